import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { membersFrom } from '@/lib/predictions/queries/members'
import { storedRecordOf } from '@/lib/predictions/queries/records'
import { endOfDay, memberOf } from '@/lib/predictions/queries/subjects'
import type { CalibrationBin } from '@/lib/predictions/rules/scoring/calibration'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { phraseSlug } from '@/lib/predictions/rules/subjects'
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
  /** Its points among the phrases: one for each probability that it stood for, the present one first. */
  bins: CalibrationBin[]
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
  const bins = figures.record.calibration.filter((one) => one.words === words)
  return { is: 'page', page: { words, slug, probability, bins, figures, users } }
}

const MOST_USERS = 12

type Found = { name: string; slug: string; voice: PhraseUser['voice']; predictions: number }

/** Who used the words most, at most MOST_USERS, each with what their own list has of them. */
async function usersOf(words: string, slug: string, today: Day): Promise<PhraseUser[]> {
  const { zone } = await requireSettings()
  const end = endOfDay(today, zone)
  const isPhrase = await memberOf({ kind: 'phrase', words }, end)
  const found = await db().$queryRaw<Found[]>(Prisma.sql`
    WITH phrased AS MATERIALIZED (SELECT p.id FROM prediction p WHERE ${isPhrase})
    SELECT coalesce(s.name, u.name) AS name, coalesce(s.slug, u.slug) AS slug, said.voice, said.n AS predictions
    FROM (
      SELECT m.subject_id, CASE m.kind WHEN 'own_voice' THEN 'own' ELSE m.kind END AS voice, count(*)::int AS n
      FROM phrased JOIN ${await membersFrom(end, db())} m ON m.prediction_id = phrased.id
      WHERE m.kind IN ('speaker', 'own_voice', 'unnamed') GROUP BY m.kind, m.subject_id
    ) said
    LEFT JOIN speaker s ON said.voice = 'speaker' AND s.id = said.subject_id
    LEFT JOIN publisher u ON said.voice <> 'speaker' AND u.id = said.subject_id
    ORDER BY said.n DESC, name, said.subject_id LIMIT ${MOST_USERS}`)
  return found.map((user) => ({
    ...user,
    filter: {
      ...(user.voice === 'speaker' ? { speaker: user.slug } : { publisher: user.slug, voice: user.voice }),
      phrase: slug,
    },
  }))
}
