import { z } from 'zod'
import type { AuditFilter } from '@/lib/audit/queries'

const Search = z.object({
  type: z.string().max(80).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  /** "claim:ID": the history of one thing. */
  entity: z
    .string()
    .regex(/^[a-z_]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional()
    .catch(undefined),
  /** The seq of the last row of the page before. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})
export type AuditSearch = z.infer<typeof Search>

/** The filter as it stands in the address; whatever is malformed there counts as not given. */
export function parseSearch(given: Record<string, string | string[] | undefined>): AuditSearch {
  return Search.parse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')))
}

export function toFilter({ type, person, entity, before }: AuditSearch): AuditFilter {
  const [entityType, entityId] = entity?.split(':') ?? []
  return {
    type,
    actorId: person,
    entity: entityType && entityId ? { type: entityType, id: entityId } : undefined,
    before: before === undefined ? undefined : BigInt(before),
  }
}

/** An address of this page with parts of the filter changed; undefined takes a part out. */
export function addressOf(search: AuditSearch, change: Partial<AuditSearch>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...search, ...change })) if (value !== undefined) query.set(name, value)
  return query.size === 0 ? '/desk/admin/audit' : `/desk/admin/audit?${query}`
}
