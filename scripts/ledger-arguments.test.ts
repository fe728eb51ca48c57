import { describe, expect, test } from 'vitest'
import { FILTER_NAMES } from '@/lib/publishing/rules/ledger-filter'
import { readCommand } from './ledger-arguments'

const read = (line: string) => readCommand(line.split(' ').filter((word) => word !== ''))

describe('npm run ledger', () => {
  test('due within so many days, 30 unless told', () => {
    expect(read('due')).toEqual({ is: 'due', days: 30 })
    expect(read('due --within 7d')).toEqual({ is: 'due', days: 7 })
    expect(read('due --within 0d')).toEqual({ is: 'due', days: 0 })
  })

  test('an export of everything, or of what the filters of the ledger take', () => {
    expect(read('export')).toEqual({ is: 'export', format: 'csv', filter: { view: 'all' } })
    expect(read('export --format json --publisher quay-daily --voice own --standing counted')).toEqual({
      ...{ is: 'export', format: 'json' },
      filter: { view: 'all', publisher: 'quay-daily', voice: 'own', standing: 'counted' },
    })
    expect(read('export --opened late --closes 2026-01..2026-03')).toMatchObject({
      filter: { opened: 'late', closes: '2026-01..2026-03' },
    })
    expect(read('export --view resolved --from 2026-01-01 --to 2026-03-31')).toMatchObject({
      filter: { view: 'resolved', from: '2026-01-01', to: '2026-03-31' },
    })
  })

  test.each([
    ['', 'No command was given'],
    ['sing', 'no command “sing”'],
    ['export everything', '“everything” is not understood'],
    ['due --within soon', '“soon” is not a number of days'],
    ['due --within 99999d', '“99999d” is not a number of days'],
    ['due --format csv', '“due” has no option --format'],
    ['export --within 3d', '“export” has no option --within'],
    ['export --format xml', 'no format “xml”'],
    ['export --from 2026-02-30', '--from 2026-02-30 is not understood'],
    ['export --from 2026-03-01 --to 2026-02-01', '--to 2026-02-01 is not understood'],
    ['export --resolution maybe', '--resolution maybe is not understood'],
    ['export --voice own', '--voice own is not understood'],
    ['export --loudly', "Unknown option '--loudly'"],
    ['export --format', "Option '--format <value>' argument missing"],
  ])('“%s” is refused with words', (line, words) => {
    expect(() => read(line)).toThrow(words)
  })

  test('help is given whatever stands beside it', () => {
    expect(read('due --help')).toEqual({ is: 'help' })
  })
})

test('an export takes every filter of the ledger but where a page of it goes on', () => {
  for (const name of FILTER_NAMES)
    if (name === 'after') expect(() => read('export --after x')).toThrow('--after')
    else expect(() => read(`export --${name} ?`)).toThrow(`--${name} ? is not understood`)
})
