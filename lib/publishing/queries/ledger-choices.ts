import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { phraseSlug } from '@/lib/predictions/rules/subjects'
import { requireSettings } from '@/lib/settings/queries'
import { certaintyEntryOf } from '@/lib/settings/rules'

export type Choice = { slug: string; name: string }

/** What the ledger can be narrowed to: only what some opened prediction has, at most MOST_CHOICES of each, by name. */
export type LedgerChoices = Record<'speaker' | 'publisher' | 'topic' | 'phrase', Choice[]>

/** A list that can still be chosen from; who is not in it is found by the own page or by the search. */
export const MOST_CHOICES = 300

let last: { edition: string; choices: Promise<LedgerChoices> } | null = null

/** The choices of an edition (any text that stands for it): they are the same on all its pages, so they are read once. */
export function listLedgerChoices(edition: string): Promise<LedgerChoices> {
  if (last?.edition === edition) return last.choices
  const choices = readChoices()
  last = { edition, choices }
  choices.catch(() => {
    if (last?.choices === choices) last = null
  })
  return choices
}

async function readChoices(): Promise<LedgerChoices> {
  const [speaker, publisher, topic, phrase] = await Promise.all([
    db().$queryRaw<Choice[]>(speakersSql),
    db().$queryRaw<Choice[]>(publishersSql),
    db().$queryRaw<Choice[]>(topicsSql),
    listPhrases(),
  ])
  return { speaker, publisher, topic, phrase }
}

const isListed = Prisma.sql`p.frozen_at IS NOT NULL AND EXISTS (
  SELECT FROM claim c WHERE c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden') AND c.first_published_at IS NOT NULL)`

/** Those who predicted most, of more than can be listed. They are counted first, and looked up then: one listed one is enough. */
export const speakersSql = Prisma.sql`SELECT slug, name FROM (
  SELECT s.slug, s.name, sum(made.n) AS n
  FROM (SELECT speaker_id, count(*) AS n FROM prediction WHERE frozen_at IS NOT NULL GROUP BY speaker_id) AS made
    JOIN speaker said ON said.id = made.speaker_id JOIN speaker s ON s.id = coalesce(said.merged_into_id, said.id)
    CROSS JOIN LATERAL (SELECT 1 FROM prediction p WHERE p.speaker_id = made.speaker_id AND ${isListed} LIMIT 1) AS listed
  WHERE s.kind <> 'unnamed'
  GROUP BY s.id ORDER BY n DESC, s.slug LIMIT ${MOST_CHOICES}) AS most
  ORDER BY name, slug`

export const publishersSql = Prisma.sql`SELECT DISTINCT u.slug, u.name
  FROM publisher own JOIN publisher u ON u.id = coalesce(own.merged_into_id, own.id)
    CROSS JOIN LATERAL (
      SELECT 1 FROM article a JOIN occurrence o ON o.article_id = a.id JOIN prediction p ON p.claim_id = o.claim_id
      WHERE a.publisher_id = own.id AND a.hidden_at IS NULL AND ${isListed} LIMIT 1) AS listed
  ORDER BY u.name, u.slug LIMIT ${MOST_CHOICES}`

export const topicsSql = Prisma.sql`SELECT t.slug, t.name FROM topic t
  WHERE EXISTS (SELECT FROM claim_topic x JOIN prediction p ON p.claim_id = x.claim_id WHERE x.topic_id = t.id AND ${isListed})
  ORDER BY t.name, t.slug LIMIT ${MOST_CHOICES}`

export const wordsSql = Prisma.sql`SELECT DISTINCT certainty_words AS words FROM prediction
  WHERE frozen_at IS NOT NULL AND certainty_words IS NOT NULL`

/** The phrases of the certainty table in force that are used, in the table's order. */
async function listPhrases(): Promise<Choice[]> {
  const { certaintyTable } = await requireSettings()
  const used = await db().$queryRaw<{ words: string }[]>(wordsSql)
  const found = new Set(used.map(({ words }) => certaintyEntryOf(certaintyTable, words)?.words))
  return certaintyTable
    .filter(({ words }) => found.has(words))
    .map(({ words }) => ({ slug: phraseSlug(words), name: words }))
}
