import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { inSnapshot, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { listSaidAgain } from '@/lib/predictions/queries/records'
import { endOfDay, memberOf } from '@/lib/predictions/queries/subjects'
import { closesOn } from '@/lib/predictions/rules/resolution'
import type { ScoredPrediction } from '@/lib/predictions/rules/scoring/clusters'
import type { LedgerSubject } from '@/lib/predictions/rules/subjects'
import type { Comparator, DayPrecision, ResolutionKind, WindowBasis } from '@/lib/predictions/schema'
import { requireSettings } from '@/lib/settings/queries'
import { type Attribution, countedOn, type DataRow } from '../rules/data-row'
import type { LedgerFilter } from '../schema'
import { FROM_LEDGER, ledgerWhere, orderOf } from './ledger-sql'
import { aboutSql, publisherIdOf, speakerIdOf } from './ledger-subjects'

type Row = {
  id: string
  slug: string
  statement: string
  speaker: string | null
  speaker_slug: string | null
  speaker_kind: string | null
  publisher: string | null
  publisher_slug: string | null
  is_named: boolean | null
  said_on: Day | null
  frozen_at: Date
  due_from: Day | null
  due_to: Day | null
  due_words: string | null
  window_basis: WindowBasis | null
  grace_days: number
  certainty_words: string | null
  certainty: number | null
  is_negated: boolean
  condition_words: string | null
  criteria: string
  comparator: Comparator | null
  target_value: string | null
  target_unit: string | null
  tolerance: string | null
  kind: ResolutionKind | null
  reason: string | null
  resolved_at: Date | null
  outcome_id: string | null
  outcome: string | null
  first_on: Day | null
  last_on: Day | null
  precision: DayPrecision | null
  value: string | null
  value_to: string | null
  unit: string | null
  is_member: boolean
  is_reported: boolean
}

/** Ids of a filter's predictions, each with its place in the order of the view. */
const listed = (where: Prisma.Sql, { by }: ReturnType<typeof orderOf>): Prisma.Sql =>
  Prisma.sql`SELECT p.id, row_number() OVER (ORDER BY ${by}) AS place FROM ${FROM_LEDGER} WHERE ${where}`

/** Rows with all that scoring uses, in the order of the view; those in whose record they may count. */
const rowsSql = (list: Prisma.Sql, isMember: Prisma.Sql, isReported: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH list AS MATERIALIZED (${list})
  SELECT p.id::text AS id, c.slug, c.statement,
    s.name AS speaker, s.slug AS speaker_slug, s.kind::text AS speaker_kind,
    said.publisher, said.publisher_slug, said.is_named,
    p.said_on, p.frozen_at, p.due_from, p.due_to, p.due_words, p.window_basis::text AS window_basis, p.grace_days,
    p.certainty_words, p.certainty::float8 AS certainty, p.is_negated, p.condition_words, p.criteria,
    p.comparator::text AS comparator, trim_scale(p.target_value)::text AS target_value, p.target_unit,
    trim_scale(p.tolerance)::text AS tolerance,
    r.kind::text AS kind, r.reason, r.created_at AS resolved_at, o.id::text AS outcome_id, o.statement AS outcome,
    o.first_on, o.last_on, o.precision::text AS precision, trim_scale(o.value)::text AS value, trim_scale(o.value_to)::text AS value_to, o.unit,
    ${isMember} AS is_member, ${isReported} AS is_reported
  FROM list JOIN prediction p ON p.id = list.id
  JOIN claim c ON c.id = p.claim_id
  LEFT JOIN speaker made ON made.id = p.speaker_id
  LEFT JOIN speaker s ON s.id = coalesce(made.merged_into_id, made.id)
  LEFT JOIN resolution r ON r.id = p.current_resolution_id
  LEFT JOIN outcome o ON o.id = r.outcome_id
  LEFT JOIN LATERAL (
    SELECT u.name AS publisher, u.slug AS publisher_slug, (x.speaker_id IS NOT NULL OR x.speaker_text IS NOT NULL) AS is_named
    FROM occurrence x JOIN article a ON a.id = x.article_id JOIN publisher own ON own.id = a.publisher_id
    JOIN publisher u ON u.id = coalesce(own.merged_into_id, own.id)
    WHERE x.claim_id = p.claim_id ORDER BY a.published_on NULLS LAST, x.id LIMIT 1
  ) said ON true
  ORDER BY list.place`

/** The rows of a filter as data, or of one claim; `origin` is the public address of the newsroom. */
export type DataReading = { filter: LedgerFilter; today: Day; origin: string; claimId?: string }

/** As many rows are held, and keep other requests waiting, at a time. */
const PIECE = 250
const LONGEST_MS = 10_000

/**
 * All rows of a filter in the order of its view, in pieces. Read by a cursor of the transaction, so that whose they are is
 * worked out once and nothing is skipped over; a transaction reads one at a time.
 */
export async function* dataRows(tx: Tx, reading: DataReading, piece = PIECE): AsyncGenerator<DataRow[]> {
  const { filter, today, origin, claimId } = reading
  const { zone } = await requireSettings(tx)
  const { isMember, isReported } = await membershipOf(filter, today, zone, tx)
  const saidAgain = await saidAgainBy(filter, today, tx)
  const sql = rowsSql(listed(await whereOf(filter, today, claimId, tx), orderOf(filter.view)), isMember, isReported)
  // all of it is read, so what makes the first rows come soon is no gain
  await tx.$executeRaw`SET LOCAL cursor_tuple_fraction = 1`
  await tx.$executeRaw(Prisma.sql`DECLARE data_row NO SCROLL CURSOR FOR ${sql}`)
  for (;;) {
    const found = await tx.$queryRaw<Row[]>(Prisma.raw(`FETCH ${piece} FROM data_row`))
    if (found.length > 0) yield found.map((row) => toDataRow(row, { zone, today, origin, saidAgain }))
    if (found.length < piece) break
  }
  await tx.$executeRaw`CLOSE data_row`
}

/** One prediction, as a file has it. Throws NOT_FOUND where it is not in the ledger. */
export const requireDataRow = (claimId: string, made: Pick<DataReading, 'today' | 'origin'>): Promise<DataRow> =>
  inSnapshot(async (tx) => {
    for await (const [row] of dataRows(tx, { filter: { view: 'all' }, claimId, ...made }, 1)) if (row) return row
    throw new AppError('NOT_FOUND')
  }, LONGEST_MS)

async function whereOf(filter: LedgerFilter, today: Day, claimId: string | undefined, tx: Tx): Promise<Prisma.Sql> {
  const one = claimId === undefined ? [] : [Prisma.sql`p.claim_id = ${claimId}::uuid`]
  return ledgerWhere(filter, today, [...one, ...(await aboutSql(filter, today, tx))])
}

/**
 * A publisher answers for its own voice and its unnamed sources, and never for whom it reports; all else counts once among the
 * copies of a story. A speaker's are the speaker's, whoever printed them.
 */
async function membershipOf({ speaker, publisher, voice }: LedgerFilter, today: Day, zone: string, tx: Tx) {
  const end = endOfDay(today, zone)
  const of = (subject: LedgerSubject) => memberOf(subject, end, tx)
  const isOne = voice === 'own' || voice === 'unnamed'
  const id = publisher && !speaker && !isOne ? await publisherIdOf(publisher, tx) : null
  if (id === null) return { isMember: await of({ kind: 'all' }), isReported: Prisma.sql`false` }
  if (voice === 'reported') return { isMember: Prisma.sql`false`, isReported: Prisma.sql`true` }
  const [own, unnamed] = [await of({ kind: 'own_voice', id }), await of({ kind: 'unnamed', id })]
  return { isMember: Prisma.sql`(${own} OR ${unnamed})`, isReported: await of({ kind: 'reported', id }) }
}

/** What the speaker of a filter, or the unnamed sources of its publisher, said after somebody else, by prediction. */
async function saidAgainBy(
  { speaker, publisher, voice }: LedgerFilter,
  today: Day,
  tx: Tx,
): Promise<ReadonlyMap<string, ScoredPrediction>> {
  const speakerId = speaker ? await speakerIdOf(speaker, tx) : null
  const publisherId = !speaker && publisher && voice !== 'own' ? await publisherIdOf(publisher, tx) : null
  const said = [
    ...(speakerId ? await listSaidAgain({ kind: 'speaker', id: speakerId }, today, tx) : []),
    ...(publisherId ? await listSaidAgain({ kind: 'unnamed', id: publisherId }, today, tx) : []),
  ]
  return new Map(said.map((one) => [one.predictionId, one]))
}

type Shown = { zone: string; today: Day; origin: string; saidAgain: ReadonlyMap<string, ScoredPrediction> }

function toDataRow(row: Row, { zone, today, origin, saidAgain }: Shown): DataRow {
  const again = saidAgain.get(row.id)
  const { due_to: dueTo, grace_days: graceDays } = row
  const resolution = row.kind ?? 'open'
  const isNamed = row.speaker_slug !== null && row.speaker_kind !== 'unnamed'
  const openedOn = dayInZone(row.frozen_at, zone)
  const closes = dueTo === null ? null : closesOn({ dueTo, graceDays })
  return {
    id: row.id,
    statement: row.statement,
    address: `${origin}/predictions/${row.slug}`,
    speaker: row.speaker,
    speakerAddress: isNamed ? `${origin}/speakers/${row.speaker_slug}` : null,
    attribution: attributionOf(row),
    publisher: row.publisher,
    publisherAddress: row.publisher_slug && `${origin}/publishers/${row.publisher_slug}`,
    saidOn: row.said_on,
    ...{ openedOn, openedLate: closes !== null && openedOn > closes },
    ...{ dueFrom: row.due_from, dueTo, dueWords: row.due_words, windowBasis: row.window_basis, graceDays },
    closesOn: closes,
    certaintyWords: row.certainty_words,
    probability: row.certainty,
    isNegated: row.is_negated,
    condition: row.condition_words,
    criteria: row.criteria,
    comparator: row.comparator,
    ...{ targetValue: row.target_value, targetUnit: row.target_unit, tolerance: row.tolerance },
    resolution,
    rule: row.reason,
    resolvedOn: row.resolved_at && dayInZone(row.resolved_at, zone),
    ...{ outcomeId: row.outcome_id, outcome: row.outcome },
    ...{ outcomeFirstOn: row.first_on, outcomeLastOn: row.last_on, outcomePrecision: row.precision },
    ...{ outcomeValue: row.value, outcomeValueTo: row.value_to, outcomeUnit: row.unit },
    ...countedOn({ dueTo, graceDays, resolution, isMember: row.is_member, whyNoMember: whyNot(row) }, today),
    saidAgainOn: again?.saidOn ?? null,
    ...{ saidAgainPhrase: again?.phrase ?? null, saidAgainProbability: again?.probability ?? null },
  }
}

function attributionOf({ speaker_kind, is_named }: Row): Attribution {
  if (speaker_kind !== null) return speaker_kind === 'unnamed' ? 'unnamed' : 'speaker'
  return is_named ? 'named_in_text' : 'own_voice'
}

const whyNot = (row: Row): string =>
  row.is_reported
    ? 'said by somebody named, who answers for it: in no record of the publisher'
    : 'said first elsewhere, or a copy of one that counts: it counts once'
