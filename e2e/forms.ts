import type { Locator, Page } from '@playwright/test'

/** The summary of what is wrong, above a form. (The framework announces routes with an alert of its own.) */
export const problems = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'There is a problem' })

/** What was done just now, above a page whose form went away because it worked. It takes the focus. */
export const doneNotice = (page: Page): Locator => page.locator('[data-done]')
