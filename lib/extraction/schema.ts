import { z } from 'zod'
import { DaySchema } from '@/lib/core/day-schema'

/**
 * What the extractor returns: contract 1 of the command line, and the shape that imports store candidates from.
 * All offsets are UTF-16 code units into the body, half-open; every `text` and `quote` equals the body there.
 */

const offsets = { start: z.int().min(0), end: z.int().min(1) }

/** Why a sentence holds no claim. `continued-quote`: it is part of a quotation that is one claim, at its cue. */
export const LeftOutSchema = z.enum([
  'heading',
  'question',
  'opinion',
  'first-person-view',
  'vague',
  'dangling',
  'no-assertion',
  'continued-quote',
])

export const SentenceSchema = z.object({
  ...offsets,
  /** 0..1: how much a professional would want this sentence checked. */
  checkWorthiness: z.number().min(0).max(1),
  /** null where a claim was found. */
  leftOut: LeftOutSchema.nullable(),
})

export const ModifierSchema = z.enum(['exact', 'about', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'upTo'])
export const ChangeSchema = z.enum(['up', 'down'])

export const QuantitySchema = z.object({
  ...offsets,
  text: z.string(),
  /** The number in full (550000000000); of a range its middle. Shares are fractions: "two-thirds" is 0.666…, "3%" is 3. */
  value: z.number(),
  /** Both set for a range ("$5-10 million"), else both null. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** ISO 4217 for money; "percent", "percentage point", "ordinal", "year (age)", "share"; a unit's name; the noun counted; "" for a bare number. */
  unit: z.string(),
  modifier: ModifierSchema,
  change: ChangeSchema.nullable(),
  /** Of "3.4 percent, up from 3.1 percent" the index of what the first is compared with; of "from 3.1 to 3.4" the other way. */
  comparedWith: z.int().min(0).nullable(),
})

export const GrainSchema = z.enum(['day', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'range'])

export const TimeSchema = z.object({
  ...offsets,
  text: z.string(),
  from: DaySchema,
  to: DaySchema,
  grain: GrainSchema,
})

const SpanOfText = z.object({ ...offsets, text: z.string() })

export const AttributionSchema = z.object({
  speaker: SpanOfText.nullable(),
  cue: SpanOfText,
  content: z.object(offsets),
})

export const ClaimKindSchema = z.enum(['statistic', 'prediction', 'event', 'statement'])

/** Days inclusive; never begins before the publication day; `text` are the words it came from. */
export const DueSchema = z.object({ from: DaySchema, to: DaySchema, text: z.string() })

/** Words because of which a rule fired: `rule` with its version, as in the claim's `rules`. */
export const SignSchema = z.object({ rule: z.string(), ...offsets })

export const FlagSchema = z.enum(['ambiguous-day', 'fiscal-year', 'anchored-to-event', 'no-publication-day'])

export const ClaimSchema = z.object({
  ...offsets,
  quote: z.string(),
  kind: ClaimKindSchema,
  checkWorthiness: z.number().min(0).max(1),
  /** Why it is worth checking, in words for the desk, strongest first. */
  reasons: z.array(z.string()),
  /** As written in the article, pronouns resolved; null when the publication itself asserts it. */
  speaker: z.string().nullable(),
  /** Who passed the speaker's words on ("Reuters"). */
  relay: z.string().nullable(),
  /** The certainty words as written ("is expected to"). */
  certainty: z.string().nullable(),
  /** The condition as written ("If realized"). */
  condition: z.string().nullable(),
  isNegated: z.boolean(),
  /** Indexes into `quantities`. */
  quantities: z.array(z.int().min(0)),
  due: DueSchema.nullable(),
  /** Other readings of the same words, when they are really ambiguous. */
  dueAlternatives: z.array(z.object({ from: DaySchema, to: DaySchema })),
  flags: z.array(FlagSchema),
  /** Rule ids with their version ("kind/modal@1"), in the order they fired. */
  rules: z.array(z.string()),
  /** At least one for each of `rules`, in their order. */
  signs: z.array(SignSchema),
})

export const ExtractionSchema = z.object({
  /** ISO 639-1 of the language the text seems to be in: nothing is read of any but "en". null: no letters at all. */
  language: z.string().nullable(),
  sentences: z.array(SentenceSchema),
  quantities: z.array(QuantitySchema),
  times: z.array(TimeSchema),
  attributions: z.array(AttributionSchema),
  claims: z.array(ClaimSchema),
})

export type Sentence = z.infer<typeof SentenceSchema>
export type LeftOut = z.infer<typeof LeftOutSchema>
export type Modifier = z.infer<typeof ModifierSchema>
export type Change = z.infer<typeof ChangeSchema>
export type Quantity = z.infer<typeof QuantitySchema>
export type Grain = z.infer<typeof GrainSchema>
export type Time = z.infer<typeof TimeSchema>
export type Attribution = z.infer<typeof AttributionSchema>
export type ClaimKind = z.infer<typeof ClaimKindSchema>
export type Due = z.infer<typeof DueSchema>
export type Flag = z.infer<typeof FlagSchema>
export type Sign = z.infer<typeof SignSchema>
export type ExtractedClaim = z.infer<typeof ClaimSchema>
export type Extraction = z.infer<typeof ExtractionSchema>

/** One line of `extract`'s input (contract 1). */
export const ExtractRequestSchema = z.object({
  id: z.string(),
  text: z.string(),
  publishedOn: DaySchema.nullish().transform((day) => day ?? null),
  /** true: the text may carry datelines, comments and footers, to be cleaned away first. */
  raw: z.boolean().default(false),
  publisher: z
    .string()
    .nullish()
    .transform((name) => name ?? null),
  /** ISO 3166 alpha-2 of the publisher: decides date order and what "$" means. */
  country: z
    .string()
    .nullish()
    .transform((code) => code ?? null),
})
export type ExtractRequest = z.infer<typeof ExtractRequestSchema>
