import { describe, expect, test } from 'vitest'
import { splitSentences } from './sentences'

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  test.each([
    ['two plain sentences', 'The bridge opened. Trains cross it now.', ['The bridge opened.', 'Trains cross it now.']],
    ['a title before a name', 'Dr. Okafor met Mrs. Lind. They agreed.', ['Dr. Okafor met Mrs. Lind.', 'They agreed.']],
    [
      'a country in capitals that goes on',
      'The U.S. Senate voted on Oct. 3 at noon.',
      ['The U.S. Senate voted on Oct. 3 at noon.'],
    ],
    ['a country in capitals that ends', 'She moved to the U.S. He stayed.', ['She moved to the U.S.', 'He stayed.']],
    ['an initial', 'Maria J. Torres won. Nobody knew her.', ['Maria J. Torres won.', 'Nobody knew her.']],
    ['a company', 'Harlan & Co. sold it. The price is secret.', ['Harlan & Co. sold it.', 'The price is secret.']],
    [
      'a time of day',
      'Doors open at 7 p.m. The show starts later.',
      ['Doors open at 7 p.m.', 'The show starts later.'],
    ],
    ['a decimal and a version', 'It cost $3.50 in 2.0 form. Fine.', ['It cost $3.50 in 2.0 form.', 'Fine.']],
    ['a quote that goes on in lower case', '"Stop!" he cried. It was late.', ['"Stop!" he cried.', 'It was late.']],
    [
      'a quote that ends its sentence',
      'He said “it is over.” The crowd left.',
      ['He said “it is over.”', 'The crowd left.'],
    ],
    ['an ellipsis that goes on', 'That is where... the road bends. See?', ['That is where... the road bends.', 'See?']],
    ['a hard-wrapped line', 'The port was\nclosed today. Ships wait.', ['The port was\nclosed today.', 'Ships wait.']],
    ['a heading on its own line', 'Harbour news\nThe port was closed.', ['Harbour news', 'The port was closed.']],
    ['an inline list', '1) Bring water 2) Bring food', ['1) Bring water', '2) Bring food']],
    ['a missing space', 'They left.Then it rained.', ['They left.', 'Then it rained.']],
    ['a street that ends', 'She lives on Mill St. It is quiet.', ['She lives on Mill St.', 'It is quiet.']],
    ['a saint', 'He met St. Ann in Harlow.', ['He met St. Ann in Harlow.']],
    ['a firm with an exclamation mark', 'Zing! Inc. sold it.', ['Zing! Inc. sold it.']],
    [
      'wire datelines',
      'HARLOW, England (AP) — The port closed Jan. 5. Ships wait.\n\nBRIXEN, March 5 (Reuters) - The mill reopened.',
      [
        'HARLOW, England (AP) — The port closed Jan. 5.',
        'Ships wait.',
        'BRIXEN, March 5 (Reuters) - The mill reopened.',
      ],
    ],
    [
      'a transcript',
      'LIND: We cut tolls. You did not.\nOKAFOR: That is wrong.',
      ['LIND: We cut tolls.', 'You did not.', 'OKAFOR: That is wrong.'],
    ],
    [
      'a table flattened to lines',
      'North 4,000 +3%\nSouth 2,500 −1.5%\nThe total was 6,500.',
      ['North 4,000 +3%', 'South 2,500 −1.5%', 'The total was 6,500.'],
    ],
    [
      'headlines in capitals',
      'COUNCIL CLOSES PORT. U.S. SHIPS LEAVE.\nThe council voted.',
      ['COUNCIL CLOSES PORT.', 'U.S. SHIPS LEAVE.', 'The council voted.'],
    ],
    ['an address', 'Write to ann.lee@port.example today. Thanks.', ['Write to ann.lee@port.example today.', 'Thanks.']],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  test('cuts runs without an end at white space', () => {
    const spans = splitSentences('word '.repeat(5000))
    expect(Math.max(...spans.map(({ start, end }) => end - start))).toBeLessThanOrEqual(3000)
    expect(spans.length).toBeGreaterThan(5)
  })

  test('gives nothing for white space', () => {
    expect(splitSentences(' \n\t ')).toEqual([])
  })
})
