import { bandsOf, hash32, mix32 } from '@/lib/core/minhash'

/** Rises with every change of what a signature is made of, so that older ones are made anew. */
export const SIGNATURE_VERSION = 1

/** Words of one shingle. */
const WORDS = 5
/** Shorter texts say too little: two notes of one sentence share half their words by chance. */
const LEAST_SHINGLES = 40
/** A word; of scripts that put no space between words, each character. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu

/** The set of a text's 5-word shingles as hashes, whatever its case and punctuation; none for a text that is too short. */
export function shinglesOf(text: string): Set<number> {
  const words = Array.from(text.normalize('NFKC').toLowerCase().matchAll(WORD), ([word]) => hash32(word, 0))
  const shingles = new Set<number>()
  for (let i = 0; i + WORDS <= words.length; i++) {
    let hash = 0
    for (let j = i; j < i + WORDS; j++) hash = mix32(Math.imul(hash, 31) ^ (words[j] ?? 0))
    shingles.add(hash)
  }
  return shingles.size < LEAST_SHINGLES ? new Set() : shingles
}

/** Shingles of the opening, that copies keep when their tail is cut. */
const OPENING = 150
const OPENING_SALT = 0x6f70656e

/**
 * What an article is found by: 20 values of the whole and 20 of the opening (a copy that lost half of its tail meets the whole
 * in 3 of 4 cases only, the opening in all); none for a text that is too short. Shingles in the order of the text.
 */
export function storyBands(shingles: ReadonlySet<number>): number[] {
  const all = [...shingles]
  return [...bandsOf(all), ...bandsOf(all.slice(0, OPENING).map((hash) => mix32(hash ^ OPENING_SALT)))]
}

/** Share of the union of two sets that is in both (Jaccard), 0..1; 0 for two empty ones. */
export function sharedPart(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const hash of small) if (large.has(hash)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/**
 * From this share on two texts are one story. Measured on generated texts (stories.test.ts): of copies with another dateline and
 * credit line that changed every fiftieth word and lost a third of the text, or lost half of it, 99 of 100 share more; other articles on the same topic share 0.38 at
 * most, even where 5 of 12 paragraphs are the same background.
 */
export const SAME_STORY_AT = 0.42

/** An article that shares enough with the one that is linked; `storyId` null while it is in no story. */
export type Near = { articleId: string; storyId: string | null; similarity: number }

/** What becomes one story: the stories that are joined (the oldest stays), and articles that are in none. */
export type StoryPlan = { storyIds: string[]; articles: Near[] }

/**
 * Plans the story of an article with those near it, the nearest first. Two stories of which a person said that they are not one
 * (`isApart`) are never joined: then the article goes to the nearer one. Null where nothing is to be done.
 */
export function planStory(
  own: string | null,
  near: readonly Near[],
  isApart: (storyId: string, otherId: string) => boolean,
): StoryPlan | null {
  const storyIds = own === null ? [] : [own]
  const articles: Near[] = []
  const nearest = [...near].sort((a, b) => b.similarity - a.similarity || (a.articleId < b.articleId ? -1 : 1))
  for (const one of nearest) {
    const { storyId } = one
    if (storyId === null) articles.push(one)
    else if (!storyIds.includes(storyId) && !storyIds.some((other) => isApart(storyId, other))) storyIds.push(storyId)
  }
  const isNew = own === null && near.length > 0
  return isNew || articles.length > 0 || storyIds.length > 1 ? { storyIds: storyIds.sort(), articles } : null
}

/** Two story ids as `story_apart` keeps them: the smaller one first. */
export const apartPair = (a: string, b: string): { storyId: string; otherId: string } =>
  a < b ? { storyId: a, otherId: b } : { storyId: b, otherId: a }

const DESK_ADDRESS = /(?:^|\/desk\/articles\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/i

/** The id of the article that a person means by its address at the desk, or by its id; null for another address. */
export const namedArticleId = (text: string): string | null =>
  text.trim().match(DESK_ADDRESS)?.[1]?.toLowerCase() ?? null
