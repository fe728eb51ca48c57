import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const claims = (text: string) => extract({ text, publishedOn: '2025-03-05' }).claims
const quotes = (text: string) => claims(text).map((claim) => claim.quote)

describe('views', () => {
  test.each([
    ['The sale is seen as a vote of confidence in the port.'],
    ['The fishing trade has been badly hit by the ban.'],
    ['“I am blown away by the size of this,” said one resident.'],
    ['“It is kind of a silly idea,” said another.'],
    ['“I did not believe that we would get here,” Lind said.'],
    ['“Let us at least try it on a few routes,” she said.'],
    ['The verdict is a big positive for the yards.'],
    ['The meeting was a complete disappointment.'],
    ['On the whole her record remains strong.'],
    ['The sale could be a risky bet with a worthy reward.'],
    ['Cleaning up the quay is a great first step to cleaning up the town.'],
    ['Whenever you buy a boat in the early stages, it always gives you a little more.'],
    ['The trade has been in a slow-motion death spiral.'],
    ['Use flat buckets to sort the nets and the ropes.'],
    ['If you buy a boat through the yard, it may earn something.'],
    ['The delay is “regrettable”.'],
    ['Lind said the children will have a better life in Oland.'],
    ['It would be preferable if the owners went to Tarn.'],
    ['All hell is going to break loose.'],
    ['It is not where we want to stop.'],
    ['That is why we will forever go after them.'],
    ['“We are so fortunate to have this crew,” Lind said.'],
    ['“Pick a trade, they are probably in it,” said Mora.'],
  ])('are no claims: %s', (text) => {
    expect(quotes(text)).toEqual([])
  })

  test('of somebody who speaks for the matter are statements, with who said it', () => {
    const [claim] = claims('“The council must keep the docks,” Lind told the hearing.')
    expect(claim).toMatchObject({
      quote: '“The council must keep the docks,” Lind told the hearing',
      kind: 'statement',
      speaker: 'Lind',
    })
  })

  test.each([
    ['The rules of the port are complex for a small firm.', 'mild words before the noun'],
    ['It was too early to tell whether the lock had been forced.', 'what is not known'],
    ['We want to help the town to rebuild its harbour.', 'what somebody wants to do'],
    ['The boats in the yard are dedicated to Saint Ann.', 'a mild word alone'],
  ])('are told from facts: %s (%s)', (text) => {
    expect(quotes(text)).toEqual([text.slice(0, -1)])
  })

  test('warnings are statements as a whole', () => {
    expect(claims('The union had warned that the ban could close the docks.')[0]).toMatchObject({
      quote: 'The union had warned that the ban could close the docks',
      kind: 'statement',
    })
  })
})

describe('facts in quotation marks', () => {
  test('are claims without the marks and the cue', () => {
    expect(claims('“The hold was full of crates and cash,” added Mora.')[0]).toMatchObject({
      quote: 'The hold was full of crates and cash',
      kind: 'event',
      speaker: 'Mora',
    })
  })

  test('are cut apart over sentences', () => {
    expect(quotes('“I’ll be in Lund. I’ll be in Malmo next week,” he said.')).toEqual([
      'I’ll be in Lund',
      'I’ll be in Malmo next week',
    ])
  })

  test('may be only half in quotation marks', () => {
    expect(quotes('Mora said Lind had “evidently seen the police coming”.')).toEqual([
      'Lind had “evidently seen the police coming”',
    ])
  })
})
