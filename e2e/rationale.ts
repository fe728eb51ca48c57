import type { BrowserContext, Page } from '@playwright/test'

/** Lets the rationale be written as Markdown, in the plain control, as people may choose to. */
export const inMarkdown = (of: BrowserContext | Page): Promise<unknown> =>
  of.addInitScript(() => localStorage.setItem('borneout:rationale-as', 'markdown'))
