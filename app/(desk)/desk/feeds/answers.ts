import type { Treatment } from './_components/treatment-fields'

/** A page that links to several feeds: they, and what was typed. */
export type AddAnswer = {
  typed: Treatment & { address: string }
  feeds: { address: string; title: string | null }[]
}
