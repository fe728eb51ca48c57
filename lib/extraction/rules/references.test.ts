import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const speakers = (text: string) => extract({ text, publishedOn: '2025-03-05' }).claims.map(({ speaker }) => speaker)

describe('who is meant', () => {
  test('resolves a role to whom any sentence introduced with it', () => {
    const text = 'A crowd greeted Mayor Anna Lind at the harbour on Monday. The mayor said the lock was sold in June.'
    expect(speakers(text).at(-1)).toBe('Anna Lind')
    expect(
      speakers('The flood hit Lund, where Per Mora, the new director, lives. The director said a wall fell.'),
    ).toContain('Per Mora')
  })

  test('keeps the longer of two names for the holder of a role', () => {
    const text =
      'Mayor Anna Lind opened the lock on Monday. Mayor Lind left on Tuesday. The mayor said the lock was sold in June.'
    expect(speakers(text).at(-1)).toBe('Anna Lind')
  })

  test('resolves a statement to who issued it, a report to nobody', () => {
    const issued = (paper: string) =>
      `The lock was sold in June, the harbour board said in a ${paper}. The pumps were sold in July, the ${paper} said.`
    expect(speakers(issued('statement'))).toEqual(['the harbour board', 'the harbour board'])
    expect(speakers(issued('report'))).toEqual(['the harbour board', 'the report'])
  })

  test('resolves a pronoun to who its own sentence is about', () => {
    expect(speakers('When Anna Lind was asked on Monday, she said the lock was sold in June.').at(-1)).toBe('Anna Lind')
  })

  test('resolves a pronoun to who was named before the quotation it tells', () => {
    const text =
      'The lock was sold in June, Per Lind said. Dock chief Nils Mora thanked the crew "who worked all night." "We sold 40 boats," he said.'
    expect(speakers(text).at(-1)).toBe('Nils Mora')
  })

  test('resolves "they" to people named by what they do', () => {
    const text =
      'Two clerks said the lock was sold in June. Critics of the sale met on Monday. They said it leaked in July.'
    expect(speakers(text).at(-1)).toBe('Critics of the sale')
  })

  test('gives a quotation that is a paragraph to who spoke at the end of the one before', () => {
    const text =
      'The harbour union said it cut 40 jobs.\n\n"Our own count shows growth in the workforce. Wages fell by 16 percent."\n\nThe lock opened in May.'
    expect(speakers(text)).toEqual(['The harbour union', 'The harbour union', 'The harbour union', null])
  })

  test('does not take whom a quotation is about for its speaker', () => {
    const text =
      'Anna Lind said the lock was sold in June. "Karin Mora opened the gate in May," she said. She said it leaked in July.'
    expect(new Set(speakers(text))).toEqual(new Set(['Anna Lind']))
  })

  test('resolves "it" to the body that a sentence was about, "he" to a nameless official', () => {
    expect(
      speakers(
        'The Lund Institute spoke in May. The Harbour Court sat on Monday. It said the lock was sold in June.',
      ).at(-1),
    ).toBe('The Harbour Court')
    expect(speakers('A diver from Lund said the lock was sold in June. He said it was leased in July.').at(-1)).toBe(
      'A diver from Lund',
    )
  })

  test('lets a poll tell what shares of people say', () => {
    const text =
      'Most want the lock sold, according to a new Harbour Post poll. Among registered voters, 46 percent would close it. However, 63 percent said the gate was safe. The poll asked 900 voters in May.'
    expect(speakers(text).slice(1)).toEqual(['a new Harbour Post poll', 'a new Harbour Post poll', null])
  })
})
