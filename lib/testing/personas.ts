import type { Role } from '@/lib/core/context'

/** The people of tests and of the browser journeys: one of each role, and one who holds two. Known without a database. */
export const PERSONAS = {
  ada: { name: 'Ada Marsh', email: 'ada@newsroom.example', roles: ['reviewer'] },
  ben: { name: 'Ben Okafor', email: 'ben@newsroom.example', roles: ['editor'] },
  cleo: { name: 'Cleo Brandt', email: 'cleo@newsroom.example', roles: ['admin'] },
  dora: { name: 'Dora Lindqvist', email: 'dora@newsroom.example', roles: ['reviewer', 'editor'] },
} as const satisfies Record<string, { name: string; email: string; roles: readonly Role[] }>

export type PersonaName = keyof typeof PERSONAS
export const PERSONA_PASSWORD = 'ledger of borne claims'
