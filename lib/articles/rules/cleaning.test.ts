import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinear } from '@/lib/testing/linear-time'
import { cleanText } from './cleaning'

const FIRST = 'The harbour board of Norhaven will spend 40 million crowns on a new quay, its chairman said.'
const SECOND = 'Work is expected to begin in the latter half of the year, the board said in a statement.'
const THIRD = 'About 1,200 fishing boats called at the port last year, a tenth fewer than the year before.'
const BODY = `${FIRST}\n\n${SECOND}\n\n${THIRD}`

const reasonsOf = (raw: string) => cleanText(raw).cut.map((cut) => [cut.reason, cut.text])
const letters = (text: string) => text.replace(/[\s\ufeff]+/g, '')

describe('text around an article', () => {
  it('leaves a bare article as it is', () => {
    expect(cleanText(BODY)).toMatchObject({ body: BODY, title: null, byline: null, publisher: null, cut: [] })
  })

  it.each([
    ['a city, an agency, a paper and a day', 'Norhaven, (AFP - Quay Daily / Coast Group - 6th Feb, 2025) '],
    ['a shouted city, a day and an agency', 'NORHAVEN, Oct. 2 (Kyodo) -- '],
    ['a city and an agency before a dash', 'NORHAVEN (Reuters) - '],
    ['a city, its country and an agency', 'Norhaven, Westland (AP) — '],
    ['a shouted city before a dash', 'NORHAVEN — '],
    ['a shouted city before a colon', 'PORT NORHAVEN: '],
    ['a city in ordinary letters before a dash', 'Port Norhaven — '],
    ['a city and a day before a dash', 'Norhaven, March 3, 2025 – '],
    ['an agency alone', '(Reuters) - '],
    ['a day in figures', 'date 2025-02-06 '],
    ['a day in figures and a city with an agency', 'date 2025-02-06 Norhaven, (APP - Quay Daily - 6th Feb, 2025) '],
    ['a wire for press releases', 'NORHAVEN, Westland, Oct. 5, 2025 /PRNewswire/ -- '],
  ])('cuts a dateline: %s', (_name, dateline) => {
    const { body, cut } = cleanText(`${dateline}${BODY}`)
    expect(body).toBe(BODY)
    expect(cut.map((c) => [c.reason, c.text])).toEqual([['dateline', dateline.trim()]])
  })

  it.each([
    'Ishara — who took office in May — said the harbour would be deepened by 4 metres in spring.',
    'But — the board said — nothing will change before the winter, and the fees will stay as they are.',
    'EXCLUSIVE: The harbour board of Norhaven will spend 40 million crowns on a new quay.',
    'Norhaven (population 40,000) is to get a new quay, the harbour board said on Monday.',
    'Mayor Ann Holt (Liberal) said the new quay would cost 40 million crowns, twice the first estimate.',
    'Quay.com said on Monday that it had sold 4,000 tickets for the ferry in a single week.',
  ])('takes no beginning of a sentence for a dateline: %s', (sentence) => {
    expect(cleanText(`${sentence}\n\n${SECOND}`).body).toBe(`${sentence}\n\n${SECOND}`)
  })

  it('reads title, byline, day and paper from the lines above the text', () => {
    const raw = `Norhaven to build a new quay | Quay Daily\nBy Ann Holt and Bo Lind, Staff Writers\nPublished: 3 March 2025, 10:30 GMT\nShare on Facebook\n\n${BODY}`
    expect(cleanText(raw)).toMatchObject({
      title: 'Norhaven to build a new quay',
      byline: 'Ann Holt and Bo Lind',
      publisher: 'Quay Daily',
      publishedOn: '2025-03-03',
      body: BODY,
    })
    expect(reasonsOf(raw).map(([reason]) => reason)).toEqual(['title', 'byline', 'publication day', 'share links'])
  })

  it('reads labelled lines', () => {
    const raw = `Title: Norhaven to build a new quay\nSource: Quay Daily\nAuthor: Ann Holt\nDate: 2025-03-03\n\n${BODY}`
    expect(cleanText(raw)).toMatchObject({
      title: 'Norhaven to build a new quay',
      publisher: 'Quay Daily',
      byline: 'Ann Holt',
      publishedOn: '2025-03-03',
      body: BODY,
    })
  })

  it('cuts a comment section with its names and lines', () => {
    const comments =
      '3 Comments\nWaverider\nThis quay will be a gift to the whole coast of Norhaven.\nOldsalt\nToo dear, and too late for the small boats.\nWaverider\nWe shall see about that next year.'
    const { body, cut } = cleanText(`${BODY.replaceAll('\n\n', '\n')}\n${comments}`)
    expect(body).toBe(BODY.replaceAll('\n\n', '\n'))
    expect(cut.map((c) => [c.reason, c.text])).toEqual([['comments', comments]])
  })

  it('does not take the article for comments where "0 Comments" stands above it', () => {
    expect(cleanText(`Norhaven to build a new quay\n0 Comments\n\n${BODY}`).body).toBe(BODY)
  })

  it('cuts headings between paragraphs and keeps the paragraphs', () => {
    const raw = `${FIRST}\n\n- A dear quay -\n\n${SECOND}\n\nWhat it costs\n\n${THIRD}`
    expect(cleanText(raw).body).toBe(BODY)
    expect(reasonsOf(raw)).toEqual([
      ['heading', '- A dear quay -'],
      ['heading', 'What it costs'],
    ])
  })

  it('keeps lists, quotes and lines that end a sentence', () => {
    const raw = `${FIRST}\n\n- 1,200 boats called last year\n- 40 million crowns are planned\n\n“Enough is enough”\n\n${SECOND}`
    expect(cleanText(raw).cut).toEqual([])
  })

  it.each([
    ['publisher', 'NorhavenNews.com'],
    ['copyright', '© 2025 Quay Daily. All rights reserved.'],
    ['copyright', 'Copyright 2025 Quay Daily Group'],
    ['related links', 'Read also: The ferry that never came'],
    ['related links', 'READ MORE | Fees at the port rise again'],
    ['newsletter box', 'Sign up for our morning newsletter and never miss a story.'],
    ['newsletter box', 'Get the best of Quay Daily delivered to your inbox every morning.'],
    ['share links', 'Facebook Twitter WhatsApp Email'],
    ['share links', 'Follow us on Instagram'],
    ['advertising', 'Advertisement'],
    ['caption', 'Photo: Ann Holt / Quay Daily'],
    ['credit', '(Reporting by Ann Holt; Editing by Bo Lind)'],
    ['credit', 'The post Norhaven to build a new quay appeared first on Quay Daily.'],
    ['credit', '— Reuters'],
    ['publication day', 'date 2025-02-06'],
    ['page furniture', 'Tags: harbour, fishing, Norhaven'],
  ])('cuts a footer: %s, %s', (reason, footer) => {
    const raw = `${BODY}\n\n${footer}`
    expect(cleanText(raw).body).toBe(BODY)
    expect(reasonsOf(raw)).toEqual([[reason, footer]])
  })

  it('cuts boxes between paragraphs, with the titles listed under them', () => {
    const raw = `${FIRST}\n\nRead also\nThe ferry that never came\nFees at the port rise again\n\n${SECOND}\n\nAdvertisement\n\n${THIRD}`
    expect(cleanText(raw).body).toBe(BODY)
  })

  it.each([
    ['glued to the last sentence', 'NorhavenNews.com'],
    ['after a space', ' NorhavenNews.com'],
    ['in brackets', ' (NorhavenNews.com)'],
  ])('cuts the name of a site %s', (_name, ending) => {
    const result = cleanText(`${BODY}${ending}`)
    expect(result.body).toBe(BODY)
    expect(result.publisher).toBe('NorhavenNews.com')
  })

  it('cuts the name of a site glued to the first sentence', () => {
    expect(cleanText(`NorhavenNews.com${BODY}`)).toMatchObject({ body: BODY, publisher: 'NorhavenNews.com' })
  })

  it('names the paper of a dateline, or the agency where no paper is named', () => {
    expect(cleanText(`Norhaven, (AFP - Quay Daily / Coast Group - 6th Feb, 2025) ${BODY}`).publisher).toBe(
      'Quay Daily / Coast Group',
    )
    expect(cleanText(`NORHAVEN, Oct. 2 (Kyodo) -- ${BODY}`).publisher).toBe('Kyodo News')
  })

  it('takes a lone unknown name in the dateline for an agency, which gives way to the paper named above the text', () => {
    const dateline = 'NORHAVEN (Coastwire) - '
    expect(cleanText(`${dateline}${BODY}`).publisher).toBe('Coastwire')
    expect(cleanText(`Norhaven to build a new quay | Quay Daily\n\n${dateline}${BODY}`).publisher).toBe('Quay Daily')
    expect(cleanText(`Source: Quay Daily\n\n${dateline}${BODY}`).publisher).toBe('Quay Daily')
  })

  it('reads text that is wrapped by hand as paragraphs and keeps its lines', () => {
    const wrapped =
      'The harbour board of Norhaven will spend 40 million\ncrowns on a new quay, its chairman said on\nMonday, and twice as much on the road that\nleads to it.\n\nWork is expected to begin in spring, and to end\nthree years later.'
    expect(cleanText(wrapped)).toMatchObject({ body: wrapped, cut: [] })
  })

  it('keeps everything where there is no sentence to tell furniture from text', () => {
    expect(cleanText('Harbour\nFacebook\n11 Comments').body).toBe('Harbour\nFacebook\n11 Comments')
    expect(cleanText('')).toMatchObject({ body: '', cut: [], candidates: [] })
  })

  it('keeps quotes and spacing inside lines verbatim', () => {
    const line = 'The board said: “It’s  done”, and ‘that’ was… all it said on the matter.'
    expect(cleanText(`\ufeff${line}\r\n\r\n\r\n${SECOND}\r\n`).body).toBe(`${line}\n\n${SECOND}`)
  })
})

describe('nothing is lost', () => {
  const piece = fc.oneof(
    fc.constantFrom(FIRST, SECOND, THIRD, '', '  ', '\t', '11 Comments', 'Waverider', 'Read also', 'Advertisement'),
    fc.constantFrom(
      'NORHAVEN, Oct. 2 (Kyodo) -- ',
      'Quay.com',
      '- A heading -',
      '© 2025 Quay Daily',
      'By Ann Holt',
      '* * *',
    ),
    fc.constantFrom('date 2025-02-06', '# Title', '(Reuters)', '— ', 'Photo: x', '\ufeff', 'https://quay.example/a'),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 90 }),
  )
  const raws = fc
    .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\r\n', ' ', '', '\r', '\u2028')), { maxLength: 25 })
    .map((parts) => parts.flat().join(''))

  it('body and cuts together hold every character of the raw text in order, and a body is always left', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        const { body, cut } = cleanText(raw)
        let rest = ''
        let at = 0
        for (const { text, start, end } of cut) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text).toBe(raw.slice(start, end))
          rest += raw.slice(at, start)
          at = end
        }
        expect(letters(body)).toBe(letters(rest + raw.slice(at)))
        expect(body === '').toBe(raw.trim() === '')
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same body when the body is cleaned again', () => {
    const raw = `Norhaven to build a new quay\nBy Ann Holt\n\nNORHAVEN (Reuters) - ${BODY}\n\n© 2025 Quay Daily\n3 Comments\nWaverider\nGood.`
    expect(cleanText(cleanText(raw).body).body).toBe(BODY)
  })
})

describe('hostile text', () => {
  const million = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length))
  it.each([
    ['one letter', million('a')],
    ['spaces', million(' ')],
    ['blank lines', million('\n')],
    ['capitalised words', million('Aa ')],
    ['shouted words before dashes', million('A-')],
    ['opening brackets', million('(')],
    ['dashes', `x ${million('-')} y`],
    ['short lines', million('a\n')],
    ['short sentences', million('It rained on Monday.\n')],
    ['comment headings', million('11 Comments\n')],
    ['dates', million('Oct. 2, 2025 ')],
    ['weekdays', million('said Thursday and will on Friday ')],
    ['site names', million('a.b.')],
    ['quotes after a full stop', `x.${million('"')}`],
    ['carriage returns', million('\r\n')],
  ])(
    'is cleaned in linear time: a megabyte of %s',
    (_name, raw) => {
      expect(isLinear((text) => cleanText(text, { latestOn: '2026-01-31' }), raw)).toBe(true)
    },
    60_000,
  )
})
