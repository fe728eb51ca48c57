import type { Actor, Context, Role } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { type Db, db } from '@/lib/platform/db'
import type { AccessTokenKind, Prisma } from '@/lib/platform/generated/client'
import { canReadColleagues, canReadPeople } from './policy'
import { hashToken, isLinkOpen, isSessionAlive, type PersonState, personState } from './rules'
import { AccessTokenText } from './schema'

export type LiveSession = { id: string; lastSeenAt: Date; actor: Extract<Actor, { kind: 'user' }>; email: string }

/** The person behind a session; null when it ended, ran out, or its person is disabled. Asked at every request. */
export async function getLiveSession(sessionId: string, now: Date): Promise<LiveSession | null> {
  const session = await db().session.findUnique({
    where: { id: sessionId },
    select: {
      id: true,
      endedAt: true,
      expiresAt: true,
      lastSeenAt: true,
      user: { select: { id: true, name: true, email: true, roles: true, disabledAt: true } },
    },
  })
  if (session === null || session.user.disabledAt !== null || !isSessionAlive(session, now)) return null
  const { id, name, roles, email } = session.user
  return { id: session.id, lastSeenAt: session.lastSeenAt, actor: { kind: 'user', id, name, roles }, email }
}

/** Whether there is any account: before the first run there is none. */
export async function hasPeople(from: Db = db()): Promise<boolean> {
  return (await from.user.findFirst({ select: { id: true } })) !== null
}

export type Person = {
  id: string
  name: string
  email: string
  roles: Role[]
  state: PersonState
  lastSeenAt: Date | null
  createdAt: Date
  /** Until when the newest link opens; null when none is open. */
  linkOpenUntilAt: Date | null
}

export const PEOPLE_BOUND = 100

/** Everybody with an account, by name; paged by `after`, the last row seen. For admins. */
export async function listPeople(ctx: Context, after?: { name: string; id: string }): Promise<Person[]> {
  if (!canReadPeople(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().user.findMany({
    where: after && { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: PEOPLE_BOUND,
    select: PERSON,
  })
  return rows.map((row) => toPerson(row, ctx.now))
}

/** One person. Throws NOT_FOUND, also for who may not see people. */
export async function requirePerson(ctx: Context, userId: string): Promise<Person> {
  if (!canReadPeople(ctx.actor) || !Id.safeParse(userId).success) throw new AppError('NOT_FOUND')
  const row = await db().user.findUnique({ where: { id: userId }, select: PERSON })
  if (row === null) throw new AppError('NOT_FOUND')
  return toPerson(row, ctx.now)
}

const PERSON = {
  id: true,
  name: true,
  email: true,
  roles: true,
  createdAt: true,
  disabledAt: true,
  passwordHash: true,
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
  accessTokens: { select: { usedAt: true, expiresAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
} as const satisfies Prisma.UserSelect

function toPerson(row: Prisma.UserGetPayload<{ select: typeof PERSON }>, now: Date): Person {
  const { sessions, accessTokens, passwordHash, disabledAt, ...person } = row
  const link = accessTokens[0]
  return {
    ...person,
    state: personState({ disabledAt, hasPassword: passwordHash !== null }),
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    linkOpenUntilAt: link && isLinkOpen(link, now) ? link.expiresAt : null,
  }
}

export type Colleague = { id: string; name: string; roles: Role[] }

const COLLEAGUE = {
  disabledAt: null,
  passwordHash: { not: null },
  roles: { hasSome: ['reviewer', 'editor'] },
} satisfies Prisma.UserWhereInput

/** One who can be assigned, in the caller's transaction, who has checked who may; null when that person cannot (any more). */
export const getColleagueIn = (from: Db, id: string): Promise<{ id: string; name: string } | null> =>
  from.user.findFirst({ where: { id, ...COLLEAGUE }, select: { id: true, name: true } })

/** Those who can be assigned, filtered by: active reviewers and editors, by name, at most 500. */
export async function listColleagues(ctx: Context): Promise<Colleague[]> {
  if (!canReadColleagues(ctx.actor)) throw new AppError('NOT_FOUND')
  return db().user.findMany({
    where: COLLEAGUE,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true, roles: true },
  })
}

/** Everybody who works at the desk now, by name, at most 500: who can be named in a comment. Who calls has checked who may ask. */
export const listDeskPeopleIn = (from: Db): Promise<{ id: string; name: string }[]> =>
  from.user.findMany({
    where: { disabledAt: null, passwordHash: { not: null } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true },
  })

export type DeskPerson = { actor: Extract<Actor, { kind: 'user' }>; email: string; createdAt: Date }

/** Those of them who work at the desk now (all, where none are named; at most 500), to act and write for them. For jobs. */
export async function listActiveIn(from: Db, ids?: readonly string[]): Promise<DeskPerson[]> {
  const rows = await from.user.findMany({
    where: { disabledAt: null, passwordHash: { not: null }, id: ids && { in: [...ids] } },
    orderBy: { id: 'asc' },
    take: 500,
    select: { id: true, name: true, roles: true, email: true, createdAt: true },
  })
  return rows.map(({ email, createdAt, ...who }) => ({ actor: { kind: 'user', ...who }, email, createdAt }))
}

export type OwnSession = {
  id: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  address: string | null
  userAgent: string | null
}

/** The own open sessions, the last used first, at most 50. */
export async function listOwnSessions(ctx: Context): Promise<OwnSession[]> {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null
  if (userId === null) throw new AppError('NOT_SIGNED_IN')
  const rows = await db().session.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: ctx.now } },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      address: true,
      userAgent: true,
      endedAt: true,
    },
  })
  return rows.filter((row) => isSessionAlive(row, ctx.now)).map(({ endedAt, ...session }) => session)
}

export type OpenLink = { kind: AccessTokenKind; name: string; email: string; expiresAt: Date }

/** What a link is for; null when it was used, ran out, or never was. Looking does not use it up. */
export async function getOpenLink(token: string, now: Date): Promise<OpenLink | null> {
  if (!AccessTokenText.safeParse(token).success) return null
  const link = await db().accessToken.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      kind: true,
      usedAt: true,
      expiresAt: true,
      user: { select: { name: true, email: true, disabledAt: true } },
    },
  })
  if (link === null || link.user.disabledAt !== null || !isLinkOpen(link, now)) return null
  return { kind: link.kind, name: link.user.name, email: link.user.email, expiresAt: link.expiresAt }
}
