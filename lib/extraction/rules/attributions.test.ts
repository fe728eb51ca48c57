import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const attributions = (text: string) =>
  extract({ text, publishedOn: '2025-03-05' }).attributions.map(({ speaker, cue, content }) => [
    speaker?.text ?? null,
    cue.text,
    text.slice(content.start, content.end),
  ])

describe('attributions', () => {
  test.each([
    ['The lock will open in May, port officials said.', 'port officials', 'said', 'The lock will open in May'],
    ['Port officials said the lock will open in May.', 'Port officials', 'said', 'the lock will open in May'],
    [
      '“The lock is ready,” said Ann Lind, head of the harbour.',
      'Ann Lind, head of the harbour',
      'said',
      '“The lock is ready,”',
    ],
    ['"It leaks," Ann Lind, a diver, told the Harbour Post.', 'Ann Lind, a diver', 'told', '"It leaks,"'],
    ['According to the harbour board, the lock leaks.', 'the harbour board', 'According to', 'the lock leaks'],
    ['The lock leaks, according to two divers.', 'two divers', 'according to', 'The lock leaks'],
    ['The lock, Mr. Lind said, has leaked again.', 'Mr. Lind', 'said', 'The lock, Mr. Lind said, has leaked again'],
    ['Lind told reporters in Lund that the lock leaks.', 'Lind', 'told', 'the lock leaks'],
    ['Lind said Monday the lock was leaking.', 'Lind', 'said', 'the lock was leaking'],
    [
      'The lock was left open at night, an inquest has heard.',
      'an inquest',
      'heard',
      'The lock was left open at night',
    ],
    ['The lock was sold in June, the court was told on Monday.', 'the court', 'told', 'The lock was sold in June'],
    ['The jury was told that the lock leaks.', 'The jury', 'told', 'the lock leaks'],
    ['The port court ruled that the lock was sold too soon.', 'The port court', 'ruled', 'the lock was sold too soon'],
    ['Divers have discovered that the lock leaks.', 'Divers', 'discovered', 'the lock leaks'],
    ['The union agreed to end the strike.', 'The union', 'agreed', 'to end the strike'],
    ['A harbour survey found a sharp fall in traffic.', 'A harbour survey', 'found', 'a sharp fall in traffic'],
  ])('%s', (text, speaker, cue, content) => {
    expect(attributions(text)).toEqual([[speaker, cue, content]])
  })

  test('gives a second verb the subject of the first', () => {
    expect(attributions('Lind denied the leak and said the lock was sound.').at(-1)).toEqual([
      'Lind',
      'said',
      'the lock was sound',
    ])
  })

  test('finds none where nobody says anything', () => {
    expect(attributions('The lock opened on Monday. Ships pass it again.')).toEqual([])
  })
})
