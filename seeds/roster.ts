import type { Role } from '@/lib/core/context'

/** The demo desk's five people, by the first name they are called in the stories. Passwords: sign-ins.json. */
export const PEOPLE = {
  nia: { email: 'nia.calder@meridian.example', roles: ['reviewer'] },
  pavel: { email: 'pavel.horvat@meridian.example', roles: ['reviewer'] },
  ingrid: { email: 'ingrid.solheim@meridian.example', roles: ['editor'] },
  marco: { email: 'marco.bellandi@meridian.example', roles: ['editor', 'admin'] },
  tamsin: { email: 'tamsin.roe@meridian.example', roles: ['admin'] },
} as const satisfies Record<string, { email: string; roles: readonly Role[] }>

export type PersonKey = keyof typeof PEOPLE

export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[]
