import { describe, expect, test } from 'vitest'
import { placeOfStep, START_STEPS, type StartFacts, startOf } from './starting'

const EMPTY: StartFacts = {
  isScaleChosen: false,
  hasSecondPerson: false,
  articleId: null,
  claimId: null,
  hasEvidence: false,
  isSubmitted: false,
  isPublished: false,
}

describe('the way to the first verdict', () => {
  test('an empty newsroom has its name, and chooses its scale next', () => {
    expect(startOf(EMPTY)).toEqual({ done: ['newsroom'], current: 'scale' })
  })

  test.each([
    [{ isScaleChosen: true }, 'person'],
    [{ isScaleChosen: true, hasSecondPerson: true }, 'article'],
    [{ isScaleChosen: true, hasSecondPerson: true, articleId: 'a' }, 'claim'],
    [{ isScaleChosen: true, hasSecondPerson: true, articleId: 'a', claimId: 'c' }, 'evidence'],
    [{ isScaleChosen: true, hasSecondPerson: true, articleId: 'a', claimId: 'c', hasEvidence: true }, 'verdict'],
    [{ isScaleChosen: true, hasSecondPerson: true, articleId: 'a', claimId: 'c', isSubmitted: true }, 'approval'],
  ] as const)('the next step is the first that is not done: %j', (facts, next) => {
    expect(startOf({ ...EMPTY, ...facts }).current).toBe(next)
  })

  test('whoever goes ahead is led back to what was left out', () => {
    const { done, current } = startOf({ ...EMPTY, articleId: 'a', claimId: 'c', hasEvidence: true })
    expect(current).toBe('scale')
    expect(done).toEqual(['newsroom', 'article', 'claim', 'evidence'])
  })

  test('a published verdict ends it, whatever was left out', () => {
    const facts = { ...EMPTY, articleId: 'a', claimId: 'c', isSubmitted: true, isPublished: true }
    expect(startOf(facts)).toEqual({ done: START_STEPS, current: null })
  })

  test('each step leads to where it is done, as far as there is such a place', () => {
    const facts = { ...EMPTY, articleId: 'a1', claimId: 'c1' }
    expect(START_STEPS.map((step) => placeOfStep(step, facts))).toEqual([
      '/desk/admin/settings',
      '/desk/start#scale',
      '/desk/admin/people/invite?as=editor',
      '/desk/articles/import',
      '/desk/articles/a1',
      '/desk/claims/c1#evidence',
      '/desk/claims/c1#verdict',
      '/desk/claims/c1#verdict',
    ])
    expect(placeOfStep('claim', EMPTY)).toBe('/desk/articles')
    expect(placeOfStep('verdict', EMPTY)).toBe('/desk/claims')
  })
})
