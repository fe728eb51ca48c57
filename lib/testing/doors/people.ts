import { startSessionIn } from '@/lib/accounts/commands'
import { contextOf, type Role, systemActor } from '@/lib/core/context'
import { db, inTransaction } from '@/lib/platform/db'
import { hashPassword } from '@/lib/platform/passwords'
import { PERSONA_PASSWORD } from '@/lib/testing/personas'
import { makePerson } from '@/lib/testing/predictions'
import { keepSession } from '@/lib/web/session'

/** Everybody who may stand before a door. Nobody of them made what is behind it. */
export const PEOPLE = ['anonymous', 'disabled', 'without a role', 'reviewer', 'editor', 'admin'] as const
export type Who = (typeof PEOPLE)[number]
/** And one more, where it takes two of a kind. */
export type Anybody = Who | 'second editor'

const ROLES: Partial<Record<Anybody, Role[]>> = {
  disabled: ['editor', 'admin'],
  'without a role': [],
  reviewer: ['reviewer'],
  editor: ['editor'],
  'second editor': ['editor'],
  admin: ['admin'],
}

/** What a request brings along, as `next/headers` hands it to our code. */
export const REQUEST = { cookies: new Map<string, string>(), headers: new Headers() }

export type DoorPerson = Awaited<ReturnType<typeof makePerson>> & { sessionId: string }
const made = new Map<string, DoorPerson>()

/** The person as they would ask a command. */
export function personOf(who: Anybody): DoorPerson {
  const person = made.get(who)
  if (!person) throw new Error(`nobody stands for ${who}`)
  return person
}

/** Makes the people; one of them is disabled after having signed in. */
export async function makeDoorPeople(): Promise<void> {
  for (const [who, roles] of Object.entries(ROLES)) {
    made.set(who, { ...(await makePerson(who.replaceAll(' ', '-'), roles, new Date())), sessionId: '' })
  }
  const theirs = [...made.values()].map(({ actor }) => actor.id)
  await db().user.updateMany({
    where: { id: { in: theirs } },
    data: { passwordHash: await hashPassword(PERSONA_PASSWORD) },
  })
}

/** The next request comes from this person, from a page of our own, with the cookie that signing in gives. */
export async function standBefore(who: Anybody, origin: string): Promise<void> {
  REQUEST.cookies.clear()
  REQUEST.headers = new Headers({ host: new URL(origin).host, origin, 'sec-fetch-site': 'same-origin' })
  const person = made.get(who)
  if (!person) return
  const { id } = person.actor
  const now = new Date()
  const user = await db().user.findUniqueOrThrow({ where: { id } })
  const started = await inTransaction((tx) =>
    startSessionIn(tx, contextOf(systemActor('test'), now), user, { address: null, userAgent: null }),
  )
  person.sessionId = started.sessionId
  await keepSession(started)
  if (who === 'disabled') await db().user.update({ where: { id }, data: { disabledAt: now } })
}
