import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import type { LedgerFilter } from '../schema'
import { isPublicPublisher, nameOfPublicSpeaker } from './people'

/**
 * The names behind the slugs of a filter, merges followed; null where the filter asks for none, or for nobody who has something
 * public.
 */
export type FilterNames = { speaker: string | null; publisher: string | null }

export async function namesOfFilter({ speaker, publisher }: LedgerFilter, today: Day): Promise<FilterNames> {
  const [who, where] = await Promise.all([
    speaker ? nameOfPublicSpeaker(speaker, today) : null,
    publisher ? nameOfPublicPublisher(publisher) : null,
  ])
  return { speaker: who, publisher: where }
}

async function nameOfPublicPublisher(slug: string): Promise<string | null> {
  const select = { id: true, name: true } as const
  const row = await db().publisher.findUnique({ where: { slug }, select: { ...select, mergedInto: { select } } })
  const publisher = row?.mergedInto ?? row
  return publisher && (await isPublicPublisher(publisher.id)) ? publisher.name : null
}
