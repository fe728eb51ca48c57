import { z } from 'zod'
import { addressProblem, canonicalAddress } from '@/lib/core/addresses'
import { DaySchema } from '@/lib/core/day-schema'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'

export const EXTERNAL_FORMATS = ['page', 'feed', 'fact_check_tools', 'check_csv'] as const
export type ExternalFormat = (typeof EXTERNAL_FORMATS)[number]

/** A whole file of other desks' verdicts; the rows in it. */
export const MAX_EXTERNAL_BYTES = 25_000_000
export const MAX_EXTERNAL_ROWS = 100_000

const ReviewAddress = z
  .string({ error: 'It names no address of the review.' })
  .max(2000, { error: 'The address of the review is longer than 2000 characters.' })
  .superRefine((text, context) => {
    const problem = addressProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: `The address of the review: ${problem}` })
  })
  .transform((text) => canonicalAddress(text) ?? text)

/** A plain language tag (BCP 47: subtags of at most eight letters and digits); what is none is left out, as nothing rests on it. */
const Language = z
  .string()
  .nullable()
  .transform((tag) => (tag !== null && tag.length <= 35 && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null))

const figure = z.number().nullable()

/** What another desk ruled, as it is stored. Days as yyyy-mm-dd; `ratingValue` on the scale worst to best, where given. */
export const ExternalItem = z.object({
  publisherName: textField(200, { label: 'The publisher' }),
  publisherSite: z.string().max(253).nullable(),
  claimText: textField(4000, { label: 'The claim' }),
  claimant: textField(500, { label: 'Who said it' }).nullable(),
  claimedOn: DaySchema.nullable(),
  ratingText: textField(500, { label: 'The rating' }),
  ratingValue: figure,
  bestRating: figure,
  worstRating: figure,
  title: textField(500, { label: 'The title' }).nullable(),
  reviewUrl: ReviewAddress,
  reviewedOn: DaySchema.nullable(),
  language: Language,
})
export type ExternalItem = z.output<typeof ExternalItem>

/** A row of a file: what it says, or why it cannot be stored with the beginning of what stood there. */
export const ExternalRow = z.union([
  z.object({ item: ExternalItem }),
  z.object({ problem: z.string(), excerpt: z.string() }),
])
export type ExternalRow = z.output<typeof ExternalRow>

export const LookAtAddressInput = z.object({
  address: z
    .string({ error: 'Enter an address.' })
    .trim()
    .max(2000, { error: 'The address may have at most 2000 characters.' })
    .superRefine((text, context) => {
      const problem = addressProblem(text)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    }),
})
export type LookAtAddressInput = z.input<typeof LookAtAddressInput>

/** `publisher`: whose verdicts they are, where the file itself does not say. */
export const LookAtBytesInput = z.object({
  label: textField(200, { label: 'The name' }),
  publisher: optional(textField(200, { label: 'The publisher' })),
  bytes: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.byteLength > 0, { error: 'It is empty.' })
    .refine((bytes) => bytes.byteLength <= MAX_EXTERNAL_BYTES, { error: 'It is larger than 25 MB.' }),
})
export type LookAtBytesInput = { label: string; bytes: Uint8Array; publisher?: string | null }

export const StoreImportInput = z.object({ importId: Id })
export type StoreImportInput = z.input<typeof StoreImportInput>

export const DecideMatchInput = z.object({
  externalVerdictId: Id,
  claimId: Id,
  move: z.enum(['same', 'not_same', 'undo'], { error: 'Choose whether it is the same claim.' }),
})
export type DecideMatchInput = z.input<typeof DecideMatchInput>

export const HideExternalInput = z.object({
  externalVerdictId: Id,
  reason: textField(500, { label: 'The reason' }),
})
export type HideExternalInput = z.input<typeof HideExternalInput>
export const ShowExternalInput = z.object({ externalVerdictId: Id })
export type ShowExternalInput = z.input<typeof ShowExternalInput>
