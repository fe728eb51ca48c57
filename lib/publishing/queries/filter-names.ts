import { db } from '@/lib/platform/db'
import type { LedgerFilter } from '../schema'

/** The names behind the slugs of a filter, merges followed; null where the filter asks for none, or for nobody known. */
export type FilterNames = { speaker: string | null; publisher: string | null }

export async function namesOfFilter({ speaker, publisher }: LedgerFilter): Promise<FilterNames> {
  const select = { name: true, mergedInto: { select: { name: true } } } as const
  const [who, where] = await Promise.all([
    speaker ? db().speaker.findUnique({ where: { slug: speaker, kind: { not: 'unnamed' } }, select }) : null,
    publisher ? db().publisher.findUnique({ where: { slug: publisher }, select }) : null,
  ])
  return { speaker: nameOf(who), publisher: nameOf(where) }
}

const nameOf = (row: { name: string; mergedInto: { name: string } | null } | null): string | null =>
  row && (row.mergedInto?.name ?? row.name)
