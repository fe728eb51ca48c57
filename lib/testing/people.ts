import { createUser } from '@/lib/accounts/commands'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { PERSONA_PASSWORD, PERSONAS, type PersonaName } from './personas'

export type People = Record<PersonaName, { id: string; ctx: (now?: Date) => Context }>

/** Makes the personas through the commands; each gives contexts to act as that person. */
export async function makePeople(now: Date = new Date()): Promise<People> {
  const setup = contextOf(systemActor('test'), now)
  const made: Partial<People> = {}
  for (const [key, persona] of Object.entries(PERSONAS)) {
    const user = await createUser(setup, { ...persona, roles: [...persona.roles], password: PERSONA_PASSWORD })
    made[key as PersonaName] = { id: user.id, ctx: (at = now) => contextOf({ kind: 'user', ...user }, at) }
  }
  return made as People
}
