import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { storedRecordOf } from '@/lib/predictions/queries/records'
import { endOfDay, memberOf } from '@/lib/predictions/queries/subjects'
import type { CalibrationBin } from '@/lib/predictions/rules/scoring/calibration'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { type LedgerSubject, phraseSlug } from '@/lib/predictions/rules/subjects'
import { requireSettings } from '@/lib/settings/queries'
import type { LedgerFilter } from '../schema'
import type { Destination } from './claims'
import { figuresOf, type SubjectFigures } from './subject-figures'

/** The record of everything, in which each phrase of the certainty table has its bin. */
export const getPhrasesPage = (today: Day): Promise<TrackRecord> => storedRecordOf({ kind: 'all' }, today)

/** Who says a phrase: a named speaker, or a publisher in its own voice or by its unnamed sources. */
export type PhraseUser = {
  name: string
  slug: string
  voice: 'speaker' | 'own' | 'unnamed'
  /** Their predictions with these words: as many as the ledger lists by `filter`. */
  predictions: number
  filter: Partial<LedgerFilter>
}

export type PhrasePage = {
  words: string
  slug: string
  probability: number
  /** Its point among the phrases. */
  bin: CalibrationBin
  figures: SubjectFigures
  users: PhraseUser[]
}

/** The page of a phrase of the certainty table in force; other words have none. */
export async function getPhrasePage(slug: string, today: Day): Promise<Destination<PhrasePage>> {
  const { certaintyTable } = await requireSettings()
  const entry = certaintyTable.find(({ words }) => phraseSlug(words) === slug)
  if (entry === undefined) return { is: 'nothing' }
  const { words, probability } = entry
  const [figures, users] = await Promise.all([
    figuresOf({ kind: 'phrase', words }, { phrase: slug }, today),
    usersOf(words, slug, today),
  ])
  const bin = figures.record.calibration.find((one) => one.words === words)
  if (bin === undefined) return { is: 'nothing' }
  return { is: 'page', page: { words, slug, probability, bin, figures, users } }
}

const MOST_USERS = 12
const VOICES = { speaker: 'speaker', own: 'own_voice', unnamed: 'unnamed' } as const

type Found = { id: string; name: string; slug: string; voice: PhraseUser['voice'] }

/** Who used the words most, at most MOST_USERS. Each is counted as their own list is, repetitions by them included. */
async function usersOf(words: string, slug: string, today: Day): Promise<PhraseUser[]> {
  const { zone } = await requireSettings()
  const end = endOfDay(today, zone)
  const isPhrase = await memberOf({ kind: 'phrase', words }, end)
  const found = await db().$queryRaw<Found[]>(firstUsersSql(isPhrase))
  const counted = await Promise.all(
    found.map(async ({ id, name, slug: own, voice }): Promise<PhraseUser> => {
      const subject: LedgerSubject = { kind: VOICES[voice], id }
      const [row] = await db().$queryRaw<{ n: number }[]>(Prisma.sql`
        SELECT count(*)::int AS n FROM prediction p WHERE ${isPhrase} AND ${await memberOf(subject, end)}`)
      const filter = voice === 'speaker' ? { speaker: own } : { publisher: own, voice }
      return { name, slug: own, voice, predictions: row?.n ?? 0, filter: { ...filter, phrase: slug } }
    }),
  )
  return counted.sort((a, b) => b.predictions - a.predictions || (a.name < b.name ? -1 : 1))
}

/** Those who said most of a condition's predictions first; who was merged into another stands under that one. */
const firstUsersSql = (isPhrase: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH phrased AS MATERIALIZED (SELECT p.claim_id, p.speaker_id FROM prediction p WHERE ${isPhrase})
  SELECT said.id::text AS id, said.name, said.slug, said.voice FROM (
    SELECT own.id, own.name, own.slug, 'speaker' AS voice, count(*) AS n
    FROM phrased p JOIN speaker s ON s.id = p.speaker_id AND s.kind <> 'unnamed'
    JOIN speaker own ON own.id = coalesce(s.merged_into_id, s.id)
    GROUP BY own.id
    UNION ALL
    SELECT u.id, u.name, u.slug, 'unnamed', count(*)
    FROM phrased p JOIN speaker s ON s.id = p.speaker_id AND s.kind = 'unnamed'
    JOIN publisher quoting ON quoting.id = s.publisher_id
    JOIN publisher u ON u.id = coalesce(quoting.merged_into_id, quoting.id)
    GROUP BY u.id
    UNION ALL
    SELECT u.id, u.name, u.slug, 'own', count(*)
    FROM phrased p
    JOIN LATERAL (
      SELECT a.publisher_id, o.speaker_id, o.speaker_text FROM occurrence o JOIN article a ON a.id = o.article_id
      WHERE o.claim_id = p.claim_id ORDER BY a.published_on NULLS LAST, o.id LIMIT 1
    ) first ON first.speaker_id IS NULL AND first.speaker_text IS NULL
    JOIN publisher printing ON printing.id = first.publisher_id
    JOIN publisher u ON u.id = coalesce(printing.merged_into_id, printing.id)
    WHERE p.speaker_id IS NULL GROUP BY u.id
  ) said
  ORDER BY said.n DESC, said.name, said.id LIMIT ${MOST_USERS}`
