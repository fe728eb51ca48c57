import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import type { LedgerFilter } from '../schema'
import { PUBLIC_CLAIM } from './claims'
import { topicOf, wordsOfPhrase } from './ledger-subjects'
import { isPublicPublisher, nameOfPublicSpeaker } from './people'

/** Whom and what a filter is about, by name, merges followed; null for what has nothing public. */
export type FilterNames = Partial<Record<'speaker' | 'publisher' | 'topic' | 'phrase', string | null>>

/** The names behind the slugs of a filter. */
export async function namesOfFilter(filter: LedgerFilter, today: Day, from: Db = db()): Promise<FilterNames> {
  const { speaker, publisher, topic, phrase } = filter
  return {
    ...(speaker ? { speaker: await nameOfPublicSpeaker(speaker, today, from) } : {}),
    ...(publisher ? { publisher: await nameOfPublicPublisher(publisher, from) } : {}),
    ...(topic ? { topic: await nameOfPublicTopic(topic, from) } : {}),
    ...(phrase ? { phrase: await wordsOfPhrase(phrase, from) } : {}),
  }
}

async function nameOfPublicPublisher(slug: string, from: Db): Promise<string | null> {
  const select = { id: true, name: true } as const
  const row = await from.publisher.findUnique({ where: { slug }, select: { ...select, mergedInto: { select } } })
  const publisher = row?.mergedInto ?? row
  return publisher && (await isPublicPublisher(publisher.id, from)) ? publisher.name : null
}

async function nameOfPublicTopic(slug: string, from: Db): Promise<string | null> {
  const topic = await topicOf(slug, from)
  if (topic === null) return null
  const used = await from.claimTopic.findFirst({
    where: { topicId: topic.id, claim: PUBLIC_CLAIM },
    select: { claimId: true },
  })
  return used && topic.name
}
