import { z } from 'zod'
import { Email, NewPassword, PersonName } from '@/lib/accounts/schema'
import { isZone } from '@/lib/core/days'
import { textField } from '@/lib/core/text-field'
import { HELD_UP_KINDS } from './rules/held-up'
import { NUMBERLESS, UNVERIFIABLE } from './rules/scale'

/** One rating of the scale. `value` 1..5 counts from worst to best; null for a rating without a number. */
export const Rating = z.object({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  label: textField(40, { label: 'The name of the rating' }),
  value: z.number().min(1).max(5).nullable(),
  meaning: textField(300, { label: 'The meaning of the rating' }),
})
export type Rating = z.infer<typeof Rating>

/** A scale as stored: an earlier version of the settings stays readable whatever is asked of new ones. */
const StoredScale = z
  .array(Rating)
  .min(2, { error: 'A scale needs at least two ratings.' })
  .max(20)
  .refine((scale) => new Set(scale.map((r) => r.key)).size === scale.length, {
    error: 'Two ratings have the same key.',
  })

export const RatingScale = StoredScale.refine((scale) => scale.some(({ key }) => key === UNVERIFIABLE), {
  error: 'The scale needs the rating “unverifiable”: it is the one that stands on a described search.',
}).superRefine((scale, context) => {
  for (const [index, { key, label, value }] of scale.entries()) {
    if (value === null || !NUMBERLESS.includes(key)) continue
    const message = `“${label}” carries no number, because it does not say how true a claim is. Leave it empty.`
    context.addIssue({ code: 'custom', path: [index, 'value'], message })
  }
})
export type RatingScale = z.infer<typeof RatingScale>

/** Certainty words (lower case) -> probability that the proposition comes about, for the statement as made. */
export const CertaintyEntry = z.object({
  words: textField(60, { label: 'The words' }).transform((words) => words.toLowerCase()),
  probability: z
    .number()
    .min(0, { error: 'A probability is at least 0.' })
    .max(1, { error: 'A probability is at most 1.' }),
})
export type CertaintyEntry = z.infer<typeof CertaintyEntry>
export const CertaintyTable = z
  .array(CertaintyEntry)
  .max(200)
  .refine((table) => new Set(table.map((entry) => entry.words)).size === table.length, {
    error: 'The same words stand twice: each phrase has one probability.',
  })
export type CertaintyTable = z.infer<typeof CertaintyTable>

/** What the writer of a verdict ticks before submitting it. `key` stays while the words change: drafts name it. */
export const ChecklistItem = z.object({
  key: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .max(60),
  label: textField(200, { label: 'The item' }),
})
export const Checklist = z
  .array(ChecklistItem)
  .max(30, { error: 'At most 30 items.' })
  .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, { error: 'Two items have the same key.' })
export type Checklist = z.infer<typeof Checklist>

/** The resolutions that count as held up, each once, in one order; what came true always does. */
export const HeldUp = z
  .array(z.enum(HELD_UP_KINDS))
  .transform((kinds) => HELD_UP_KINDS.filter((kind) => kind === 'came_true' || kinds.includes(kind)))

export const SettingInput = z.object({
  newsroomName: textField(80, { label: 'The name of the newsroom' }),
  zone: z.string().refine(isZone, { error: 'Not a known time zone. Write it like Europe/Vienna.' }),
  ratingScale: RatingScale,
  certaintyTable: CertaintyTable,
  minimumN: z.int().min(1, { error: 'At least 1.' }).max(1000, { error: 'At most 1000.' }),
  maxUnresolved: z.number().min(0).max(1),
  heldUp: HeldUp.default(['came_true']),
  defaultGraceDays: z.int().min(0, { error: 'At least 0 days.' }).max(366, { error: 'At most 366 days.' }),
  checklist: Checklist.default([]),
  isSolo: z.boolean(),
  /** Who approves the first verdict of a claim rates it before the first rating is shown to them. */
  isBlindRating: z.boolean(),
})
export type SettingInput = z.infer<typeof SettingInput>

/** The settings in force, or a version of them. */
export const Settings = SettingInput.extend({
  ratingScale: StoredScale,
  id: z.uuid(),
  version: z.int(),
  isDemo: z.boolean(),
  createdAt: z.date(),
})
export type Settings = z.infer<typeof Settings>

export const ChangeSettingsInput = SettingInput.extend({ expectedVersion: z.int() })
export type ChangeSettingsInput = z.input<typeof ChangeSettingsInput>

export const FirstSettingsInput = SettingInput.pick({ newsroomName: true, zone: true }).extend({
  isDemo: z.boolean().default(false),
})
export type FirstSettingsInput = z.input<typeof FirstSettingsInput>

/** The first run: the newsroom and the person who opens it. Name, address and password are checked by accounts. */
export const OpenNewsroomInput = z.object({
  newsroomName: SettingInput.shape.newsroomName,
  zone: SettingInput.shape.zone,
  name: PersonName,
  email: Email,
  password: NewPassword,
  /** Named at the start of the server where strangers could reach it. */
  setupToken: z.string().max(200).optional(),
})
export type OpenNewsroomInput = z.input<typeof OpenNewsroomInput>
