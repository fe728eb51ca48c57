import { describe, expect, it } from 'vitest'
import { sealShape, sealTone, wedge } from './geometry'

const rating = (key: string, value: number | null, best?: number, worst?: number) => ({
  key,
  label: key,
  value,
  best,
  worst,
})

describe('the shape of a seal', () => {
  it.each([
    ['true', 5, 1, 'true'],
    ['mostly-true', 4, 0.75, 'mostly-true'],
    ['half-true', 3, 0.5, 'half'],
    ['mostly-false', 2, 0.25, 'mostly-false'],
    ['false', 1, 0, 'false'],
  ])('fills %s (%i of 5) to %f', (key, value, share, tone) => {
    const shape = sealShape(rating(key, value))
    expect(shape).toEqual({ kind: 'fill', share })
    expect(sealTone(shape)).toBe(tone)
  })

  it.each([
    ['a scale of 0 to 10', 7, 10, 0, 0.7],
    ['a scale where 1 is best', 1, 1, 6, 1],
    ['a scale where 6 is worst', 6, 1, 6, 0],
    ['a value beyond the scale', 9, 5, 1, 1],
  ])('fills %s in proportion', (_name, value, best, worst, share) => {
    expect(sealShape(rating('own', value, best, worst))).toEqual({ kind: 'fill', share })
  })

  it.each([
    ['unverifiable', 'unverifiable'],
    ['needs-context', 'context'],
    ['outdated', 'outdated'],
    ['a-rating-of-our-own', 'unverifiable'],
  ])('draws %s without a number as its own ring', (key, kind) => {
    const shape = sealShape(rating(key, null))
    expect(shape).toEqual({ kind })
    expect(sealTone(shape)).toBe('none')
  })
})

describe('the wedge', () => {
  it.each([
    [0, ''],
    [0.25, 'M10 10V2A8 8 0 0 1 18 10Z'],
    [0.5, 'M10 10V2A8 8 0 0 1 10 18Z'],
    [0.75, 'M10 10V2A8 8 0 1 1 2 10Z'],
    [1, 'M10 2A8 8 0 1 1 10 18A8 8 0 1 1 10 2Z'],
  ])('of %f runs clockwise from the top', (share, path) => {
    expect(wedge(10, 8, share)).toBe(path)
  })
})
