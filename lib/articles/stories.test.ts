import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyOf, type Edits, generatedArticle } from '@/lib/testing/stories'
import { type Near, planStory, SAME_STORY_AT, sharedPart, shinglesOf, storyBands } from './rules/stories'

const textOf = (paragraphs: readonly string[]) => paragraphs.join('\n\n')

/** Share of two texts, and whether the look-up by bands finds one from the other. */
function compare(one: readonly string[], other: readonly string[]): { share: number; meet: boolean } {
  const [a, b] = [shinglesOf(textOf(one)), shinglesOf(textOf(other))]
  const bands = new Set(storyBands(a))
  return { share: sharedPart(a, b), meet: storyBands(b).some((band) => bands.has(band)) }
}
const isLinked = ({ share, meet }: { share: number; meet: boolean }) => meet && share >= SAME_STORY_AT

const SEEDS = Array.from({ length: 60 }, (_, index) => index)

describe('a copy is found', () => {
  it.each<[string, Edits, number]>([
    ['as it is, with dateline and credit', {}, 1],
    ['with every twentieth word changed', { wordsChanged: 0.05 }, 0.95],
    ['with a third of its tail cut', { cutTail: 0.33 }, 1],
    ['with half of its tail cut', { cutTail: 0.5 }, 0.95],
    ['with a quarter put in', { added: 0.25 }, 1],
    ['with a tail cut, a paragraph put in and words changed', { cutTail: 0.25, added: 0.09, wordsChanged: 0.02 }, 0.95],
  ])('%s', (_, edits, least) => {
    const linked = SEEDS.filter((seed) => {
      const article = generatedArticle(seed * 13 + 5, { topic: seed })
      return isLinked(compare(article, copyOf(article, seed, edits)))
    })
    expect(linked.length / SEEDS.length).toBeGreaterThanOrEqual(least)
  })

  it('whatever its case, punctuation and quotation marks', () => {
    const article = generatedArticle(3)
    const other = article.map((paragraph) => paragraph.toUpperCase().replaceAll('"', '”').replaceAll(',', ' –'))
    expect(compare(article, other)).toEqual({ share: 1, meet: true })
  })

  it('in a script without spaces', () => {
    const text = Array.from({ length: 90 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * 7) % 900)))
    expect(compare([text.join('')], [text.slice(0, 70).join('')]).share).toBeGreaterThan(SAME_STORY_AT)
  })
})

describe('other articles stay apart', () => {
  it.each([0, 2, 5])('on the same topic, with %i of 12 paragraphs the same background', (background) => {
    for (const seed of SEEDS) {
      const shared = generatedArticle(900_000 + seed, { topic: seed, paragraphs: background })
      const own = (more: number) => [
        ...generatedArticle(seed * 31 + more, { topic: seed, paragraphs: 12 - background }),
        ...shared,
      ]
      expect(compare(own(1), own(2)).share).toBeLessThan(SAME_STORY_AT)
    }
  })

  it('when they are short notes that differ in a name only', () => {
    const note = (port: string) => `The port of ${port} handled 54,000 containers in 2024, officials said on Monday.`
    expect(compare([note('Norhaven')], [note('Eastmole')])).toEqual({ share: 0, meet: false })
  })
})

describe('for any two sets', () => {
  const hashes = fc.uniqueArray(fc.nat(500), { maxLength: 120 }).map((list) => new Set(list))

  it('the shared part is between 0 and 1, the same both ways, and 1 only for equal ones', () => {
    fc.assert(
      fc.property(hashes, hashes, (a, b) => {
        const share = sharedPart(a, b)
        expect(share).toBe(sharedPart(b, a))
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share === 1).toBe(a.size > 0 && a.size === b.size && [...a].every((hash) => b.has(hash)))
      }),
    )
  })

  it('bands are 40 signed 32-bit numbers, or none', () => {
    fc.assert(
      fc.property(hashes, (set) => {
        const bands = storyBands(set)
        expect(bands).toHaveLength(set.size === 0 ? 0 : 40)
        for (const band of bands) expect(band).toBe(band | 0)
      }),
    )
  })
})

describe('planning a story', () => {
  const near = (articleId: string, storyId: string | null, similarity = 0.9): Near => ({
    articleId,
    storyId,
    similarity,
  })
  const never = () => false

  it.each<[string, string | null, Near[], ReturnType<typeof planStory>]>([
    ['two articles of no story make one', null, [near('b', null)], { storyIds: [], articles: [near('b', null)] }],
    ['an article joins the story of its copy', null, [near('b', 's1')], { storyIds: ['s1'], articles: [] }],
    ['a copy joins the own story', 's1', [near('b', null)], { storyIds: ['s1'], articles: [near('b', null)] }],
    [
      'what an article is near to becomes one, the oldest first',
      's2',
      [near('b', 's1'), near('c', 's3')],
      { storyIds: ['s1', 's2', 's3'], articles: [] },
    ],
    ['nothing is done where all are one already', 's1', [near('b', 's1')], null],
    ['nothing is done without a copy', null, [], null],
  ])('%s', (_, own, list, plan) => {
    expect(planStory(own, list, never)).toEqual(plan)
  })

  it('never joins two stories of which a person said that they are not one; the nearer one is taken', () => {
    const isApart = (a: string, b: string) => [a, b].sort().join() === 's1,s2'
    expect(planStory(null, [near('a', 's1', 0.7), near('b', 's2', 0.8)], isApart)).toEqual({
      storyIds: ['s2'],
      articles: [],
    })
    expect(planStory('s1', [near('b', 's2')], isApart)).toBeNull()
  })
})
