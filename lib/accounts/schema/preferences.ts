import { z } from 'zod'

/** Which keys a person works with: the letters at all, and per action another key than the default ('' for none). */
export const KeyChoices = z.object({
  lettersOn: z.boolean(),
  keys: z.record(z.string().max(60), z.string().max(30)),
})
export type KeyChoices = z.infer<typeof KeyChoices>

/** What a person may choose about the own desk: the shape by key. A new choice is a new line here. */
export const PREFERENCES = {
  keys: KeyChoices,
  /** Whether speakers, figures and days stand out in the text of an article. */
  reader_highlights: z.boolean(),
  /** The hour of the newsroom's day at which the daily digest is sent; `off`: never. */
  digest: z.union([z.literal('off'), z.int().min(0).max(23)]),
  /** Which predictions the digest tells of: those one has a hand in, the whole newsroom's, or none. */
  digest_predictions: z.enum(['mine', 'all', 'none']),
  /** What an admin of a new newsroom said on the way to its first verdict. */
  start: z.object({ isScaleKept: z.boolean(), isHidden: z.boolean() }),
} as const

export type PreferenceKey = keyof typeof PREFERENCES
export type PreferenceValue<K extends PreferenceKey> = z.infer<(typeof PREFERENCES)[K]>
