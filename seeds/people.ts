import { createUser } from '@/lib/accounts/commands'
import { accountEvents } from '@/lib/accounts/events'
import type { Actor } from '@/lib/core/context'
import type { Calendar } from './calendar'
import { PEOPLE, PERSON_KEYS, type PersonKey } from './roster'
import signIns from './sign-ins.json'
import type { Desk, Step } from './step'

export const hirePeople = (calendar: Calendar): Step[] =>
  PERSON_KEYS.map((key, index) => ({
    key: `person:${key}`,
    at: calendar.at(547, `08:${10 + index}`),
    by: 'set-up',
    run: async (ctx) => {
      const { name, password, email } = signInOf(key)
      await createUser(ctx, { name, email, password, roles: [...PEOPLE[key].roles] })
    },
  }))

/** A person as an actor, once hired. */
export function actorOf(desk: Desk, key: PersonKey): Actor {
  const { entityId, payload } = desk.told(`person:${key}`, accountEvents, 'user.created')
  return { kind: 'user', id: entityId, name: payload.name, roles: payload.roles }
}

function signInOf(key: PersonKey): (typeof signIns)[number] {
  const found = signIns.find(({ email }) => email === PEOPLE[key].email)
  if (found === undefined) throw new Error(`sign-ins.json does not list ${PEOPLE[key].email}`)
  return found
}
