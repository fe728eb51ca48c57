import { addDays, type Day } from '@/lib/core/days'
import { Prisma } from '@/lib/platform/generated/client'
import { DUE_SOON_DAYS } from '@/lib/predictions/rules/watch'
import type { ReminderKind } from '../schema'

/** A prediction of which somebody is to be reminded now. `undoId`: the undoing after which it is said once more. */
export type Remindable = {
  id: string
  claimId: string
  kind: ReminderKind
  undoId: string | null
  dueTo: Day
  graceDays: number
  /** Who wrote it, proposed it, opened it, and takes care of its claim. */
  people: string[]
}

/** So many at once, and those beyond the last one of the page before, so that no page reads all of them again. */
type Page = { limit: number; after?: Pick<Remindable, 'id' | 'dueTo'> | undefined }

/**
 * Open predictions that have come to something (due soon, due, overdue: as `watchStateOf` tells them) of which there is no
 * reminder yet, those whose window ended first first. Each is given for where it stands now alone, so what was passed by while
 * no worker ran is not told. That it is overdue is told once more after its resolution was undone. Nobody is reminded on the
 * day on which it was opened or undone: whoever did that has just seen it.
 * Locked for whoever asks; what another one has locked is that one's.
 */
export const remindableSql = (today: Day, zone: string, { limit, after }: Page): Prisma.Sql => Prisma.sql`
  WITH watched AS (
    SELECT p.id, p.claim_id, p.due_to, p.grace_days, p.frozen_at,
      ARRAY_REMOVE(ARRAY[p.author_id, p.proposed_by_id, p.approver_id, c.assignee_id], NULL)::text[] AS people,
      CASE WHEN prediction_closes_on(p.due_to, p.grace_days) < ${today}::date THEN 'overdue'
        WHEN p.due_to <= ${today} THEN 'due' ELSE 'due_soon' END::reminder_kind AS kind
    FROM prediction p JOIN claim c ON c.id = p.claim_id
    WHERE p.state = 'opened' AND p.current_resolution_id IS NULL AND p.due_to <= ${addDays(today, DUE_SOON_DAYS)}
      AND c.state NOT IN ('merged', 'hidden')
      ${after ? Prisma.sql`AND (p.due_to, p.id) > (${after.dueTo}, ${after.id}::uuid)` : Prisma.empty}),
  told AS (
    SELECT w.id, w.kind, first.made_at AS told_at, undo.id AS undo_id, undo.created_at AS undone_at
    FROM watched w
    LEFT JOIN reminder first ON first.prediction_id = w.id AND first.kind = w.kind AND first.undo_id IS NULL
    LEFT JOIN LATERAL (SELECT r.id, r.created_at FROM resolution r WHERE r.prediction_id = w.id AND r.kind = 'open'
      ORDER BY r.id DESC LIMIT 1) AS undo ON true)
  SELECT p.id::text, p.claim_id::text AS "claimId", w.kind::text, p.due_to AS "dueTo", p.grace_days AS "graceDays", w.people,
    CASE WHEN told_at IS NULL THEN NULL ELSE undo_id::text END AS "undoId"
  FROM told JOIN watched w USING (id) JOIN prediction p ON p.id = w.id
  WHERE (told_at IS NULL OR (w.kind = 'overdue' AND undone_at > told_at
      AND NOT EXISTS (SELECT 1 FROM reminder again WHERE again.undo_id = told.undo_id)))
    -- said of the locked row too: one that was resolved while this waited for it is looked at again with these alone
    AND p.state = 'opened' AND p.current_resolution_id IS NULL
    AND (greatest(w.frozen_at, undone_at) AT TIME ZONE ${zone})::date < ${today}::date
  ORDER BY p.due_to, p.id LIMIT ${limit} FOR UPDATE OF p SKIP LOCKED`
