import { describe, expect, it } from 'vitest'
import {
  aliasKeyOf,
  type KnownAlias,
  looksLikePerson,
  nameWithoutTitle,
  proposeSpeakers,
  speakerKeys,
  speakerMatchKey,
} from './rules/speakers'
import { isUnnamedGroup } from './rules/unnamed'

const alias = (speakerId: string, name: string, text = name, isConfirmed = true): KnownAlias => ({
  ...{ speakerId, name, isConfirmed },
  aliasKey: aliasKeyOf(text),
})

describe('names', () => {
  it.each([
    ['Lena Ostrow', 'Lena Ostrow'],
    ['US President Lena Ostrow', 'Lena Ostrow'],
    ['Westmark Prime Minister Jon Dahl', 'Jon Dahl'],
    ['Foreign Minister Jon Dahl', 'Jon Dahl'],
    ['Mr. Dahl', 'Dahl'],
    ['Ines Vidal, senior fellow at the Harbour Institute', 'Ines Vidal'],
    ['Anna van der Berg', 'Anna van der Berg'],
  ])('%s is %s', (text, name) => expect(nameWithoutTitle(text)).toBe(name))

  it.each([
    ['Lena Ostrow', true],
    ['President Ostrow', true],
    ['the foreign ministry', false],
    ['Quay Daily News', false],
    ['Harbour Institute', false],
    ['Westmark', false],
  ])('%s reads like a person: %s', (text, expected) => expect(looksLikePerson(text)).toBe(expected))

  it('have the same key with and without dots, article and accents', () => {
    expect(aliasKeyOf('The U.S. Navy')).toBe(aliasKeyOf('US navy'))
    expect(aliasKeyOf('José Núñez')).toBe(aliasKeyOf('Jose Nunez'))
  })
})

describe('unnamed groups', () => {
  it.each([
    'diplomatic sources',
    'sources',
    'the sources',
    'officials familiar with the matter',
    'Foreign Ministry officials',
    'two Westmark government sources',
    'sources close to the talks',
    'a person briefed on the plan',
    'a senior official in the ministry',
    'people familiar with the matter',
    'local media',
    'some analysts',
    'reports',
  ])('%s is one', (text) => expect(isUnnamedGroup(text)).toBe(true))

  it.each([
    'Lena Ostrow',
    'the foreign ministry',
    'Westmark government',
    'ministry spokesperson Jon Dahl',
    'Ines Vidal, an official',
    'the White House',
    'the minister',
    'Quay Daily',
  ])('%s is none', (text) => expect(isUnnamedGroup(text)).toBe(false))
})

describe('proposals', () => {
  const ostrow = alias('o', 'Lena Ostrow')
  const dahl = alias('d', 'Jon Dahl')

  it('are sure only for one confirmed spelling that is exactly the same', () => {
    expect(proposeSpeakers('Lena Ostrow', [ostrow, dahl])).toMatchObject([{ speakerId: 'o', isSure: true }])
    expect(proposeSpeakers('Lena Ostrow', [{ ...ostrow, isConfirmed: false }])).toMatchObject([{ isSure: false }])
    expect(proposeSpeakers('Lena Ostrow', [ostrow, alias('x', 'Lena Ostrow')])).toMatchObject([
      { isSure: false },
      { isSure: false },
    ])
  })

  it.each([
    ['US President Lena Ostrow', /without the title/],
    ['Ostrow', /last name/],
    ['President Ostrow', /last name/],
  ])('take %s for the one who bears the name, with the reason', (text, reason) => {
    const [first, ...others] = proposeSpeakers(text, [ostrow, dahl])
    expect(first).toMatchObject({ speakerId: 'o', reason: expect.stringMatching(reason) })
    expect(others).toEqual([])
  })

  it('take a full name for the one who was only known by the last', () => {
    expect(proposeSpeakers('President Lena Ostrow', [alias('o', 'Ostrow')])).toMatchObject([{ speakerId: 'o' }])
  })

  it('are none for a last name that two people bear, a pronoun, and an unnamed group', () => {
    expect(proposeSpeakers('Ostrow', [ostrow, alias('p', 'Per Ostrow')])).toEqual([])
    expect(proposeSpeakers('she', [alias('x', 'she')])).toEqual([])
    expect(speakerKeys('diplomatic sources')).toEqual([])
  })
})

it('two mentions of one speaker share a key, groups have none', () => {
  expect(speakerMatchKey('US President Lena Ostrow')).toBe(speakerMatchKey('Ostrow'))
  expect(speakerMatchKey('diplomatic sources')).toBeNull()
  expect(speakerMatchKey(null)).toBeNull()
})
