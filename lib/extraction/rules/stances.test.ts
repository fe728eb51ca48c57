import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const attributions = (text: string) =>
  extract({ text, publishedOn: '2025-03-05' }).attributions.map(({ speaker, cue, content }) => [
    speaker?.text ?? null,
    cue.text,
    text.slice(content.start, content.end),
  ])

describe('stances: who criticizes, wants, plans, fears or decides what', () => {
  test.each([
    ['Lind criticized the plan.', 'Lind', 'criticized', 'the plan'],
    ['The council is demanding a new lock.', 'The council', 'demanding', 'a new lock'],
    ['Mora has called for a public inquiry.', 'Mora', 'called', 'a public inquiry'],
    ['The union wants to end the strike.', 'The union', 'wants', 'to end the strike'],
    ['The board plans to sell the harbour.', 'The board', 'plans', 'to sell the harbour'],
    ['Divers fear that the gate will break.', 'Divers', 'fear', 'the gate will break'],
    ['Lind urged residents to stay at home.', 'Lind', 'urged', 'residents to stay at home'],
    ['Residents railed against the new toll.', 'Residents', 'railed', 'the new toll'],
    ['Port officials weigh a second lock.', 'Port officials', 'weigh', 'a second lock'],
    ['Lind repeatedly accused the board of delay.', 'Lind', 'accused', 'the board of delay'],
    ['The union did not respond to questions.', 'The union', 'respond', 'questions'],
    ['Mora appeared to blame the divers.', 'Mora', 'blame', 'the divers'],
    ['The plan was praised by two engineers.', 'two engineers', 'praised', 'The plan'],
    ['The lock was criticized as too small.', null, 'criticized', 'The lock'],
    ['Lind praised the plan, which cost little.', 'Lind', 'praised', 'the plan'],
  ])('%s', (text, speaker, cue, content) => {
    expect(attributions(text)).toContainEqual([speaker, cue, content])
  })

  test.each([
    ["Lind's claim that the gate leaks was denied.", 'Lind', 'claim', 'the gate leaks was denied'],
    ['Engineers have concerns that the wall is weak.', 'Engineers', 'concerns', 'the wall is weak'],
    ['The report drew criticism from divers of its figures.', 'divers', 'criticism', 'its figures'],
    ['Her decision to resign came late.', 'Her', 'decision', 'to resign'],
    ['Lind is confident that the gate will hold.', 'Lind', 'confident', 'the gate will hold'],
    ['The mayor has been critical of the board.', 'The mayor', 'critical', 'the board'],
    ['Mora made it clear that she would stay.', 'Mora', 'clear', 'she would stay'],
  ])('nouns and adjectives: %s', (text, speaker, cue, content) => {
    const found = attributions(text).find(([, word]) => word === cue)
    expect(found?.[0]).toBe(speaker)
    expect(content.startsWith(String(found?.[2])) || String(found?.[2]).startsWith(content)).toBe(true)
  })

  test('leaves wishes inside somebody else’s words to those words', () => {
    expect(attributions('Lind said she wants to sell the harbour.').map(([, cue]) => cue)).toEqual(['said'])
  })

  test('makes nobody the speaker of a claim who only wants or fears it', () => {
    const { claims } = extract({
      text: 'Divers fear for the gate. The union wants two locks.',
      publishedOn: '2025-03-05',
    })
    expect(claims.map(({ speaker }) => speaker)).not.toContain('The union')
  })

  test.each(['The state rules leave room for boats.', 'The yellow crane lifted the gate.', 'It closed at noon.'])(
    'finds none in: %s',
    (text) => {
      expect(attributions(text)).toEqual([])
    },
  )
})
