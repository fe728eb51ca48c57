import { createUser } from '@/lib/accounts/commands'
import { type Context, contextOf, type Role, systemActor } from '@/lib/core/context'

/** The people of tests, of the browser journeys and of the demo: one of each role, and one who holds two. */
export const PERSONAS = {
  ada: { name: 'Ada Marsh', email: 'ada@newsroom.example', roles: ['reviewer'] },
  ben: { name: 'Ben Okafor', email: 'ben@newsroom.example', roles: ['editor'] },
  cleo: { name: 'Cleo Brandt', email: 'cleo@newsroom.example', roles: ['admin'] },
  dora: { name: 'Dora Lindqvist', email: 'dora@newsroom.example', roles: ['reviewer', 'editor'] },
} as const satisfies Record<string, { name: string; email: string; roles: readonly Role[] }>

export type PersonaName = keyof typeof PERSONAS
export const PERSONA_PASSWORD = 'ledger of borne claims'

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
