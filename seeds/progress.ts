import { db } from '@/lib/platform/db'
import type { Desk } from './step'

const PREFIX = 'demo:'

/** The id of the request under which a step is recorded. */
export const requestIdOf = (step: string): string => `${PREFIX}${step}`

type Told = { type: string; entityId: string; occurredAt: Date; payload: unknown }

export type Progress = Desk & {
  isDone: (step: string) => boolean
  /** When it was done, in the demo's time; null before. */
  doneAt: (step: string) => Date | null
  /** Reads what was recorded since the last call. */
  refresh: () => Promise<void>
}

/** Which steps of the demo this database holds already, by the audit log. */
export async function openProgress(): Promise<Progress> {
  const steps = new Map<string, Told[]>()
  let seen = 0n
  const refresh = async () => {
    const rows = await db().$queryRaw<(Told & { seq: bigint; requestId: string })[]>`
      SELECT seq, request_id AS "requestId", type, entity_id::text AS "entityId", occurred_at AS "occurredAt", payload
      FROM audit_event JOIN audit_payload ON event_id = id
      WHERE seq > ${seen} AND starts_with(request_id, ${PREFIX}) ORDER BY seq`
    for (const { seq, requestId, ...event } of rows) {
      const step = requestId.slice(PREFIX.length)
      steps.set(step, [...(steps.get(step) ?? []), event])
      seen = seq
    }
  }
  await refresh()
  const find = (step: string, type: string) => steps.get(step)?.find((event) => event.type === type)
  return {
    refresh,
    isDone: (step) => steps.has(step),
    doneAt: (step) => steps.get(step)?.[0]?.occurredAt ?? null,
    has: (step, type) => find(step, type) !== undefined,
    told: (step, definitions, type) => {
      const event = find(step, type)
      const schema = definitions[type]?.payload
      if (event === undefined || schema === undefined) throw new Error(`the step ${step} did not record ${type}`)
      // the schema is the one that the caller's definitions have for this type
      return { entityId: event.entityId, payload: schema.parse(event.payload) as never }
    },
  }
}
