import { expect, test } from 'vitest'
import { inQuotes } from './quotes'

test.each([
  ['a ferry', '“a ferry”'],
  ['“A ferry,” he said', '“A ferry,” he said'],
  ['"A ferry"', '"A ferry"'],
  ['„Eine Fähre“', '„Eine Fähre“'],
  ['«Un bac»', '«Un bac»'],
  ['the “ferry”', '“the “ferry””'],
])('%s is put as %s', (words, quoted) => expect(inQuotes(words)).toBe(quoted))
