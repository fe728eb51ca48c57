import type { Span } from '@/lib/core/text'
import { isDayName } from './contents'
import type { Passage, Reading } from './passages'
import { isPhraseStop } from './phrase-words'
import { isAbbreviated, LONGEST } from './speakers'
import { at, isCapitalized, isDash } from './tokens'

/** Who stands behind an inverted cue: "said Ann Lee, a professor at the university." */
export function behindCue({ tokens }: Reading, passage: Passage, k: number): { span: Span; last: number } | null {
  let end = k + 1
  for (let j = k + 1; j < Math.min(passage.last, k + LONGEST); j++) {
    const token = at(tokens, j)
    if (token.text === ',') {
      const isApposition = [
        'a',
        'an',
        'the',
        'who',
        'head',
        'director',
        'chief',
        'president',
        'senior',
        'professor',
        'former',
        'chairman',
        'his',
        'her',
      ].includes(at(tokens, j + 1).lower)
      if (!isApposition) break
      continue
    }
    if (isPhraseStop(token) && !(token.text === '.' && isAbbreviated(tokens, j))) break
    if (
      [
        'in',
        'on',
        'during',
        'after',
        'when',
        'as',
        'while',
        'at',
        'before',
        'who',
        'about',
        'earlier',
        'last',
        'during',
      ].includes(token.lower) &&
      j > k + 1 &&
      at(tokens, j - 1).text !== ',' &&
      isCapitalized(at(tokens, j - 1))
    )
      break
    if (isDayName(token)) break
    if (token.lower === 'but' || token.lower === 'adding') break
    end = j + 1
  }
  while (end > k + 1 && (at(tokens, end - 1).text === ',' || isDash(at(tokens, end - 1)))) end--
  if (end === k + 1) return null
  return { span: { start: at(tokens, k + 1).start, end: at(tokens, end - 1).end }, last: end }
}
