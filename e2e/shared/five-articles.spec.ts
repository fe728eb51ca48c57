import fs from 'node:fs'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { formatDay } from '@/lib/core/windows'
import { expectAccessible } from '../axe'
import { as } from '../triage'

/**
 * The five articles that lie beside the repository, from import to a resolved ledger. They are other people's texts: read by
 * their path, never copied. What is looked for in them (which day they are of, which sentence predicts) stands in the notes
 * beside them.
 */
test.describe.configure({ mode: 'serial' })

type Window = { from: string; to: string } | null
type Noted = { article: string; kind: string; quote: string; due: Window }
type Notes = { articles: Record<string, { file: string; published: string }>; claims: Noted[] }

const SHARED = process.env.SHARED ?? ''
const notes: Notes = JSON.parse(fs.readFileSync(path.join(SHARED, 'gold/gold.json'), 'utf8'))
const files = Object.values(notes.articles).sort((a, b) => (a.published < b.published ? -1 : 1))
const EVENT = { from: '2025-10-27', to: '2025-10-29' }

const publishedOf = (file: string): string => files.find((one) => one.file === file)?.published ?? ''
const isDue = (due: Window, window: NonNullable<Window>) => due?.from === window.from && due.to === window.to
const predictions = notes.claims.filter(({ kind }) => kind === 'prediction')

function noted(what: string, fits: (claim: Noted) => boolean): Noted {
  const found = predictions.find(fits)
  if (found === undefined) throw new Error(`the notes name no prediction that is ${what}`)
  return found
}
/** In February for the half year, in October once without a window and once for three days. */
const FEBRUARY = noted('for the second half of 2025', ({ due }) => isDue(due, { from: '2025-07-01', to: '2025-12-31' }))
const EARLY_OCTOBER = noted('of 2 October', ({ article }) => publishedOf(article) === '2025-10-02')
const LATER = noted('for three days', ({ due }) => isDue(due, EVENT))

let titles = new Map<string, string>()
