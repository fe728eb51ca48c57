import { createHash } from 'node:crypto'
import { type Context, contextOf, type Role } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db } from '@/lib/platform/db'
import { defaultSettings } from '@/lib/settings/rules'

/** What tests of predictions stand on: a newsroom, people, publishers, and claims as triage leaves them. */

export const NOON = new Date('2026-06-01T12:00:00Z')

let serial = 0

export async function makeNewsroom(change: Partial<{ isSolo: boolean; minimumN: number }> = {}): Promise<string> {
  const id = newId()
  const last = await db().setting.findFirst({ orderBy: { version: 'desc' } })
  await db().setting.create({
    data: {
      ...defaultSettings('Test desk', 'Europe/Vienna'),
      ...change,
      id,
      version: (last?.version ?? 0) + 1,
      createdAt: NOON,
    },
  })
  return id
}

/** A person with a context of their own; `at` is when they act. */
export async function makePerson(
  name: string,
  roles: Role[],
  at: Date = NOON,
): Promise<Context & { actor: { id: string } }> {
  const id = newId()
  await db().user.create({
    data: { id, email: `${name}-${++serial}@desk.example`.toLowerCase(), name, roles, createdAt: NOON },
  })
  return { ...contextOf({ kind: 'user', id, name, roles }, at), actor: { kind: 'user', id, name, roles } }
}

export async function makePublisher(name: string): Promise<string> {
  const id = newId()
  await db().publisher.create({
    data: { id, slug: `p-${++serial}`, name, nameKey: name.toLowerCase(), createdAt: NOON },
  })
  return id
}

export async function makeSpeaker(name: string, unnamedAt: string | null = null): Promise<string> {
  const id = newId()
  const kind = unnamedAt === null ? 'person' : 'unnamed'
  await db().speaker.create({
    data: { id, slug: `s-${++serial}`, name, kind, publisherId: unnamedAt, createdAt: NOON },
  })
  return id
}

export type MadeClaim = {
  statement: string
  kind?: 'prediction' | 'statistic'
  publisherId: string
  publishedOn: string | null
  speakerId?: string | null
  /** How the text names the speaker. */
  speakerText?: string | null
  certaintyWords?: string | null
  due?: { from: string; to: string; words: string } | null
  /** When triage took its occurrence up. */
  foundAt?: Date
}

/** An accepted claim with one article, snapshot, candidate and occurrence. Returns the claim's id. */
export async function makeClaim(made: MadeClaim): Promise<string> {
  const [claimId, articleId, snapshotId, candidateId] = [newId(), newId(), newId(), newId()]
  const {
    statement,
    kind = 'prediction',
    publisherId,
    publishedOn,
    speakerId = null,
    speakerText = null,
    certaintyWords = null,
    due,
    foundAt = NOON,
  } = made
  const hash = createHash('sha256').update(statement).digest('hex')
  await db().article.create({
    data: {
      id: articleId,
      publisherId,
      title: statement,
      fingerprint: `text:${articleId}`,
      publishedOn,
      importedAt: NOON,
    },
  })
  await db().snapshot.create({
    data: {
      id: snapshotId,
      articleId,
      ordinal: 1,
      raw: statement,
      rawHash: hash,
      body: statement,
      isBmp: true,
      bodyHash: hash,
      cut: [],
      cleanerVersion: 'test',
      createdAt: NOON,
    },
  })
  const place = { articleId, snapshotId, start: 0, end: statement.length, quote: statement, prefix: '', suffix: '' }
  const said = { certaintyWords, isNegated: false, rules: ['test'] }
  await db().candidate.create({
    data: {
      ...place,
      ...said,
      id: candidateId,
      origin: 'extractor',
      kind,
      checkWorthiness: 0.5,
      reasons: [],
      dueFrom: due?.from,
      dueTo: due?.to,
      dueWords: due?.words,
      flags: [],
      extractorVersion: 'test',
      signature: [],
      state: 'accepted',
      decidedAt: NOON,
      createdAt: NOON,
    },
  })
  await db().claim.create({
    data: {
      id: claimId,
      slug: `claim-${++serial}`,
      kind,
      statement,
      shortForm: statement.slice(0, 75),
      speakerId,
      signature: [serial],
      createdAt: NOON,
    },
  })
  await db().occurrence.create({
    data: {
      ...place,
      ...said,
      id: newId(),
      claimId,
      candidateId,
      speakerId,
      speakerText,
      isOwnVoice: speakerId === null,
      createdAt: foundAt,
    },
  })
  return claimId
}
