import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const quotes = (text: string) => extract({ text, publishedOn: '2025-03-05' }).claims.map((claim) => claim.quote)
const BODY = 'The council of Lund closed the old docks on Monday.'
const TOLD = 'The council of Lund closed the old docks on Monday'

describe('lines that are no sentences of the article', () => {
  test.each([
    ['a headline that the first paragraph repeats', `Council closes old docks in Lund.\n\n${BODY}`],
    ['a headline in title case with a full stop', `Old Docks Of Lund Close After Long Fight.\n\n${BODY}`],
    ['a headline that tells more than the text', `Town backs quiet mooring for older pilots.\n\n${BODY}`],
    ['a subheading in capitals with a full stop', `${BODY}\n\nLIND STEPS ASIDE.\n`],
    ['a link to another page', `${BODY}\n\nMORE: Owners sell two ferries for a song\n`],
    ['an invitation to click', `${BODY}\n\nIf you have our app, click here to watch the news live\n`],
    ['who else worked on it', `${BODY}\n\nAnn Lind and Bo Mora contributed to this report.`],
    ['an appeal to readers', `${BODY}\n\nAnyone with information is asked to call the port on 101 quoting log 36.`],
    ['credits', `${BODY}\n\n(Reporting by Ann Lind; Editing by Bo Mora.)`],
  ])('%s', (_, text) => {
    expect(quotes(text)).toEqual([TOLD])
  })

  test('a first line that says something else stays', () => {
    expect(quotes(`The mayor of Oland resigned in June.\n\n${BODY}`)).toEqual([
      'The mayor of Oland resigned in June',
      TOLD,
    ])
  })
})

describe('datelines', () => {
  test.each([[`LUND, Sweden (AP) — ${BODY}`], [`LUND, March 3 (Post) -- ${BODY}`], [`LUND — ${BODY}`]])(
    'stand outside the claim: %s',
    (text) => {
      expect(quotes(text)).toEqual([TOLD])
    },
  )

  test('a subject before a dash is none', () => {
    expect(quotes('Lind — the head of the port — closed the docks on Monday.')).toEqual([
      'Lind — the head of the port — closed the docks on Monday',
    ])
  })
})
