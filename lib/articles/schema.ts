import { z } from 'zod'
import { addressProblem } from '@/lib/core/addresses'
import { DaySchema } from '@/lib/core/day-schema'
import { isZone } from '@/lib/core/days'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { importProblem } from './rules/importing'
import { MAX_TEXT, MAX_TITLE } from './rules/limits'
import { SHAPES } from './rules/shapes'

/** What callers hand in: the named fields, the others when they like. */
type Given<S extends z.ZodType, Needed extends keyof z.output<S>> = Pick<z.output<S>, Needed> & Partial<z.output<S>>

const Address = z
  .string()
  .trim()
  .max(2000, { error: 'The address may have at most 2000 characters.' })
  .superRefine((text, context) => {
    const problem = addressProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

/** The article's text at the door. It is not trimmed: offsets of what cleaning cuts point into it as it came. */
const ArticleText = z
  .string({ error: 'Paste the text of the article.' })
  .refine((text) => text.trim() !== '', { error: 'Paste the text of the article.' })
  .refine((text) => text.length <= MAX_TEXT, {
    error: `The text is longer than ${MAX_TEXT.toLocaleString('en')} characters. Import a shorter part of it.`,
  })
  .superRefine((text, context) => {
    const problem = text.length <= MAX_TEXT ? importProblem(text) : null
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

/** Everything but the text may be left out: cleaning finds it, or the desk is asked. */
export const ImportInput = z.object({
  text: ArticleText,
  url: optional(Address),
  title: optional(textField(MAX_TITLE, { label: 'The title' })),
  publisher: optional(textField(200, { label: 'The publisher' })),
  byline: optional(textField(300, { label: 'The byline' })),
  publishedOn: optional(DaySchema),
  /** Adds the text to this article as a new version, whatever its address. */
  articleId: optional(Id),
})
export type ImportInput = Given<typeof ImportInput, 'text'>

const NeededAddress = z
  .string({ error: 'Enter the address of the page.' })
  .trim()
  .min(1, { error: 'Enter the address of the page.' })
  .pipe(Address)

export const FetchPageInput = z.object({ address: NeededAddress })
export type FetchPageInput = z.input<typeof FetchPageInput>

/** A page that was fetched, with what a person corrected in what was read from it; what is left out is what was read. */
export const ImportPageInput = z.object({
  rawPageId: Id,
  title: optional(textField(MAX_TITLE, { label: 'The title' })),
  publisher: optional(textField(200, { label: 'The publisher' })),
  byline: optional(textField(300, { label: 'The byline' })),
  publishedOn: optional(DaySchema),
})
export type ImportPageInput = Given<typeof ImportPageInput, 'rawPageId'>

/** A table of articles that is brought in; its rows come as a stream beside this. */
export const BatchInput = z.object({
  fileName: z
    .string()
    .trim()
    .min(1, { error: 'Choose a file.' })
    .transform((name) => name.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(-200)),
  format: z.enum(['csv', 'jsonl'], { error: 'Choose a .csv or a .jsonl file.' }),
  isDryRun: z.boolean().default(false),
})
export type BatchInput = z.input<typeof BatchInput>

export const ConfirmDayInput = z.object({
  articleId: Id,
  publishedOn: z.preprocess((v) => (v === '' ? undefined : v), DaySchema),
  revision: z.coerce.number().int().min(1),
})
export type ConfirmDayInput = z.output<typeof ConfirmDayInput>

export const ArticleDetailsInput = z.object({
  articleId: Id,
  revision: z.coerce.number().int().min(1),
  title: textField(MAX_TITLE, { label: 'The title' }),
  byline: optional(textField(300, { label: 'The byline' })),
  url: optional(Address),
  publisherId: Id,
})
export type ArticleDetailsInput = Given<typeof ArticleDetailsInput, 'articleId' | 'revision' | 'title' | 'publisherId'>

export const HideArticleInput = z.object({
  articleId: Id,
  reason: textField(500, { label: 'The reason' }),
})
export type HideArticleInput = z.input<typeof HideArticleInput>

const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/, {
    error: 'Write the domain without https:// and without a path, for example courier.example.',
  })

const Country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, { error: 'Two letters, for example JP.' })

export const PublisherInput = z.object({
  name: textField(200, { label: 'The name' }),
  domain: optional(Domain),
  country: optional(Country),
  zone: optional(z.string().trim().refine(isZone, { error: 'Not a known time zone. Write it like Asia/Tokyo.' })),
})
export type PublisherInput = Given<typeof PublisherInput, 'name'>

export const PublisherEdit = PublisherInput.extend({ publisherId: Id, revision: z.coerce.number().int().min(1) })
export type PublisherEdit = Given<typeof PublisherEdit, 'name' | 'publisherId' | 'revision'>

export const MergePublishersInput = z
  .object({
    publisherId: Id,
    intoId: z.uuid({ error: 'Choose the publisher to merge it into.' }),
    reason: textField(500, { label: 'The reason' }),
  })
  .refine((input) => input.publisherId !== input.intoId, {
    path: ['intoId'],
    error: 'A publisher cannot be merged into itself. Choose another one.',
  })
export type MergePublishersInput = z.input<typeof MergePublishersInput>

export const UndoMergeInput = z.object({ publisherId: Id })

/** How many articles one split moves: as many as a person looks through. */
export const MAX_SPLIT = 100

const several = (given: unknown): unknown => (given === undefined || Array.isArray(given) ? given : [given])

/** The articles of a publisher that are another one's: `intoId` in the list, or `name`, a known publisher's or a new one's. */
export const SplitPublisherInput = z
  .object({
    publisherId: Id,
    articleIds: z.preprocess(
      several,
      z
        .array(Id, { error: 'Choose at least one article.' })
        .min(1, { error: 'Choose at least one article.' })
        .max(MAX_SPLIT, { error: `Choose at most ${MAX_SPLIT} articles at once.` })
        .transform((ids) => [...new Set(ids)].sort()),
    ),
    intoId: optional(z.uuid({ error: 'Choose a publisher from the list.' })),
    name: optional(textField(200, { label: 'The name' })),
    reason: textField(500, { label: 'The reason' }),
  })
  .refine(({ intoId, name }) => (intoId ?? name ?? null) !== null, {
    path: ['name'],
    error: 'Name the other publisher, or choose one from the list.',
    // Told together with what other fields lack.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .refine(({ intoId, name }) => intoId === null || name === null, {
    path: ['name'],
    error: 'Either choose a publisher from the list or name one. Leave the other empty.',
  })
  .refine(({ publisherId, intoId }) => publisherId !== intoId, {
    path: ['intoId'],
    error: 'The articles are with this publisher already. Choose another one.',
  })
export type SplitPublisherInput = Given<typeof SplitPublisherInput, 'publisherId' | 'articleIds' | 'reason'>

export const UndoSplitInput = z.object({ publisherId: Id, splitId: Id })
export type UndoSplitInput = z.input<typeof UndoSplitInput>

/** A proposed day as stored with the article. */
export const StoredDayCandidates = z.array(z.object({ day: DaySchema, reason: z.string() }))
/** What was cut, as stored with the snapshot; offsets into its raw text. */
export const StoredShapes = z.array(z.object({ shape: z.enum(SHAPES), start: z.int(), end: z.int() })).catch([])
export const StoredCuts = z.array(z.object({ text: z.string(), reason: z.string(), start: z.int(), end: z.int() }))
