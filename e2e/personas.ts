import { expect, type Page } from '@playwright/test'
import { PERSONA_PASSWORD, PERSONAS, type PersonaName } from '../lib/testing/personas'

/** By name, or by the role that is meant: ada reviews, ben edits, cleo runs the place, dora reviews and edits. */
const BY_ROLE = { reviewer: 'ada', editor: 'ben', admin: 'cleo', both: 'dora' } as const
export type Who = PersonaName | keyof typeof BY_ROLE

export const persona = (who: Who) =>
  PERSONAS[who in BY_ROLE ? BY_ROLE[who as keyof typeof BY_ROLE] : (who as PersonaName)]

/** Fills in and sends the sign-in form of the page that is open. */
export async function fillSignIn(page: Page, email: string, password: string = PERSONA_PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in through the form, with a session of its own, and opens `path`. */
export async function signInAs(page: Page, who: Who, path = '/desk/account'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await fillSignIn(page, persona(who).email)
  await expect(page).toHaveURL(new URL(path, page.url()).href)
}

/** Ends the session of the page, so that the next person can sign in there. */
export async function signOut(page: Page): Promise<void> {
  await page.goto('/desk/account')
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
}
