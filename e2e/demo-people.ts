import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { fillSignIn } from './personas'

type SignIn = { name: string; email: string; password: string; role: string }

/** The people of the demo, as `npm start` prints them. */
export const DEMO_PEOPLE: readonly SignIn[] = JSON.parse(
  fs.readFileSync(new URL('../seeds/sign-ins.json', import.meta.url), 'utf8'),
)

const BY_ROLE = {
  reviewer: 'Nia Calder',
  editor: 'Ingrid Solheim',
  admin: 'Tamsin Roe',
  both: 'Marco Bellandi',
} as const
export type DemoRole = keyof typeof BY_ROLE

export function demoPerson(role: DemoRole): SignIn {
  const found = DEMO_PEOPLE.find(({ name }) => name === BY_ROLE[role])
  if (found === undefined) throw new Error(`the demo has no ${BY_ROLE[role]}`)
  return found
}

/** Signs in at the page that is open. */
export const signInToDemo = (page: Page, { email, password }: SignIn): Promise<void> =>
  fillSignIn(page, email, password)
