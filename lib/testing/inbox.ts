import { createHash } from 'node:crypto'
import { signatureOf } from '@/lib/claims/rules/matching-signature'
import { newId } from '@/lib/core/ids'
import { quoteSelector } from '@/lib/core/text'
import { db } from '@/lib/platform/db'
import { asOwner } from './owner'
import { numbersFrom } from './stories'

const PLACES = 'Norhaven Kestrel Aldermoor Brightwater Dunmarch Eastfold Farrow Glimmer Harrowgate Ivel'.split(' ')
const THINGS = 'port|school|bridge|hospital|library|mill|tram line|reservoir|museum|depot'.split('|')
const COUNTS = 'containers|pupils|crossings|patients|loans|looms|passengers|litres|visitors|parcels'.split('|')
const SPEAKERS = 'Lena Ostrow|Mayor Piet Halm|the harbour board|officials familiar with the plan|Doru Vance'.split('|')
const KINDS = ['statistic', 'prediction', 'event', 'statement'] as const
const REASONS = ['has a specific figure', 'names when it happened', 'is about jobs, pay or trade']
const PER_ARTICLE = 20

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Fills the database with candidates that wait, from generated sentences, some twenty in an article, as extraction would leave
 * them. For measuring and for tests that read plans, on a database to be thrown away: written past the commands. The same seed,
 * the same texts. Answers the ids of the publishers.
 */
export async function fillInbox(
  count: number,
  { publishers = 12, seed = 1, now = new Date() } = {},
): Promise<string[]> {
  const next = numbersFrom(seed)
  // a vacuum that begins by itself in between would make times and plans differ from run to run
  for (const table of ['candidate', 'article', 'snapshot'])
    await asOwner(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`)
  const publisherIds = Array.from({ length: publishers }, newId)
  await db().publisher.createMany({
    data: publisherIds.map((id, n) => ({
      ...{ id, slug: `paper-${seed}-${n}`, name: `Paper ${n + 1}`, nameKey: `paper ${n + 1}`, createdAt: now },
    })),
  })
  for (let made = 0; made < count; made += PER_ARTICLE) {
    const sentences = Array.from({ length: Math.min(PER_ARTICLE, count - made) }, (_, n) => sentenceOf(next, made + n))
    await fillArticle(sentences, { publisherId: pick(publisherIds, next), seed: `${seed}-${made}`, next, now })
  }
  await asOwner('ANALYZE candidate, article, snapshot')
  return publisherIds
}

function pick<T>(list: readonly T[], next: () => number): T {
  const found = list[Math.floor(next() * list.length)]
  if (found === undefined) throw new Error('there is nothing to pick from')
  return found
}

function sentenceOf(next: () => number, n: number): string {
  const at = Math.floor(next() * THINGS.length)
  return `The ${THINGS[at]} of ${pick(PLACES, next)} handled ${(1000 + n).toLocaleString('en')} ${COUNTS[at]} in ${1990 + (n % 35)}.`
}

type Filling = { publisherId: string; seed: string; next: () => number; now: Date }

async function fillArticle(sentences: readonly string[], { publisherId, seed, next, now }: Filling): Promise<void> {
  const [articleId, snapshotId, body] = [newId(), newId(), sentences.join('\n\n')]
  await db().article.create({
    data: {
      ...{ id: articleId, publisherId, title: `Figures of the day ${seed}`, fingerprint: `bench:${seed}` },
      ...{ publishedOn: '2025-10-02', importedAt: now },
    },
  })
  await db().snapshot.create({
    data: {
      ...{ id: snapshotId, articleId, ordinal: 1, raw: body, rawHash: sha(body), body, bodyHash: sha(body) },
      ...{ isBmp: true, cut: [], cleanerVersion: 'bench', createdAt: now },
    },
  })
  await db().article.update({ where: { id: articleId }, data: { currentSnapshotId: snapshotId } })
  let at = 0
  await db().candidate.createMany({
    data: sentences.map((sentence) => {
      const start = body.indexOf(sentence, at)
      at = start + sentence.length
      const [span, kind] = [{ start, end: at - 1 }, pick(KINDS, next)]
      return {
        ...{ id: newId(), articleId, snapshotId, origin: 'extractor' as const, ...span, ...quoteSelector(body, span) },
        ...{ kind, checkWorthiness: Math.round(next() * 10_000) / 10_000, reasons: REASONS, rules: [], flags: [] },
        ...{ speakerText: next() < 0.4 ? null : pick(SPEAKERS, next), extractorVersion: 'bench' },
        ...{ signature: signatureOf(sentence, kind), createdAt: new Date(now.getTime() - next() * 30 * 86_400_000) },
      }
    }),
  })
}
