import { listPreferencesIn } from '@/lib/accounts/queries/preferences'
import type { Context } from '@/lib/core/context'
import { addDays, type Day } from '@/lib/core/days'
import { capitalized } from '@/lib/core/text'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canWritePredictions } from '@/lib/predictions/policy'
import { MAX_GRACE_DAYS } from '@/lib/predictions/rules/choices'
import { DUE_SOON_DAYS, dueWords } from '@/lib/predictions/rules/watch'
import { DEFAULT_PREDICTIONS } from '../rules/digest'
import { COUNT_BOUND, queue, type WaitingItem, type WaitingQueue } from '../rules/waiting'

type Row = { claimId: string; shortForm: string; dueTo: Day | null; graceDays: number | null }

/**
 * Predictions of which the digest tells somebody who may work at them, as they chose: overdue, due, due soon, and those that
 * wait to be opened without criteria. As the desk's lists of these names hold them; empty queues stand too.
 */
export async function listWatched({ actor }: Context, today: Day): Promise<WaitingQueue[]> {
  if (actor.id === null || !canWritePredictions(actor)) return []
  const chosen = (await listPreferencesIn(db(), 'digest_predictions', [actor.id])).get(actor.id)?.value
  const which = chosen ?? DEFAULT_PREDICTIONS
  if (which === 'none') return []
  const isMine = which === 'mine'
  const queues = QUEUES.map(async ({ view, words, mine, isOpen, condition, order }) => {
    const rows = await db().$queryRaw<Row[]>(
      rowsSql({ isOpen, order, condition: condition(today), me: isMine ? actor.id : null }),
    )
    const path = `/desk/predictions?view=${view}${isMine ? '&whose=mine' : ''}`
    return queue(
      isMine ? mine : words,
      path,
      rows.map((row) => toItem(row, isOpen, today)),
    )
  })
  return Promise.all(queues)
}

type Queue = {
  view: string
  words: string
  mine: string
  /** Of what was opened, or of what waits to be. */
  isOpen: boolean
  condition: (today: Day) => Prisma.Sql
  /** As the list of the desk has them. */
  order: Prisma.Sql
}
const CLOSES = Prisma.sql`prediction_closes_on(p.due_to, p.grace_days)`
const BY_DUE = Prisma.sql`p.due_to, p.id`
const QUEUES: readonly Queue[] = [
  {
    ...{ view: 'overdue', words: 'Predictions, overdue', mine: 'Your predictions, overdue', isOpen: true },
    condition: (today) => Prisma.sql`${CLOSES} < ${today}::date`,
    order: Prisma.sql`${CLOSES}, p.claim_id`,
  },
  {
    ...{ view: 'due', words: 'Predictions, due', mine: 'Your predictions, due', isOpen: true },
    condition: (today) => Prisma.sql`p.due_to <= ${today} AND p.due_to >= ${addDays(today, -MAX_GRACE_DAYS)}
      AND ${CLOSES} >= ${today}::date`,
    order: BY_DUE,
  },
  {
    ...{ view: 'due_soon', words: 'Predictions, due soon', mine: 'Your predictions, due soon', isOpen: true },
    condition: (today) => Prisma.sql`p.due_to > ${today} AND p.due_to <= ${addDays(today, DUE_SOON_DAYS)}`,
    order: BY_DUE,
  },
  {
    ...{ view: 'no_criteria', words: 'Predictions without criteria', mine: 'Your predictions without criteria' },
    isOpen: false,
    condition: () => Prisma.sql`(p.id IS NULL OR (p.criteria = '' AND p.vague_reason IS NULL))`,
    order: Prisma.sql`c.id DESC`,
  },
]

/** As the lists of the desk (desk/queries/prediction-queue, a folder of the same floor), which a test compares with these. */
type Rows = { isOpen: boolean; condition: Prisma.Sql; order: Prisma.Sql; me: string | null }
function rowsSql({ isOpen, condition, order, me }: Rows): Prisma.Sql {
  const from = isOpen
    ? Prisma.sql`prediction p JOIN claim c ON c.id = p.claim_id WHERE p.state = 'opened'
        AND p.current_resolution_id IS NULL AND c.state NOT IN ('merged', 'hidden')`
    : Prisma.sql`claim c LEFT JOIN prediction p ON p.claim_id = c.id WHERE c.kind = 'prediction'
        AND c.state NOT IN ('merged', 'hidden') AND (c.state <> 'published' OR c.current_verdict_id IS NOT NULL)
        AND (p.id IS NULL OR p.state = 'draft')`
  const mine = me
    ? Prisma.sql`AND (p.author_id = ${me}::uuid OR p.proposed_by_id = ${me}::uuid OR p.approver_id = ${me}::uuid
        OR c.assignee_id = ${me}::uuid)`
    : Prisma.empty
  return Prisma.sql`SELECT c.id::text AS "claimId", c.short_form AS "shortForm", p.due_to AS "dueTo",
      p.grace_days AS "graceDays"
    FROM ${from} AND ${condition} ${mine}
    ORDER BY ${order}
    LIMIT ${COUNT_BOUND}`
}

const toItem = ({ claimId, shortForm, dueTo, graceDays }: Row, isOpen: boolean, today: Day): WaitingItem => ({
  title: shortForm,
  why: isOpen && dueTo !== null && graceDays !== null ? capitalized(dueWords({ dueTo, graceDays }, today)) : null,
  path: `/desk/predictions/${claimId}`,
})
