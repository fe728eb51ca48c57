import { z } from 'zod'
import { HELD_UP_KINDS } from '@/lib/settings/rules/held-up'
import {
  CertaintyEntry,
  type CertaintyTable,
  ChangeSettingsInput,
  ChecklistItem,
  Rating,
  SettingInput,
} from '@/lib/settings/schema'

const number = (label: string) => z.coerce.number({ error: `${label} is needed, as a number.` })

const RatingRow = z.object({
  /** "new" until it is saved first; then it stays, because verdicts name it. */
  key: z.string().max(60),
  label: Rating.shape.label,
  value: number('The number').min(1, { error: 'At least 1.' }).max(5, { error: 'At most 5.' }).optional(),
  meaning: Rating.shape.meaning,
})

const splitPhrases = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((words) => words.trim())
    .filter((words) => words !== '')

const Phrases = z
  .string({ error: 'Name at least one phrase, or remove the row.' })
  .transform(splitPhrases)
  .pipe(z.array(CertaintyEntry.shape.words).min(1, { error: 'Name at least one phrase, or remove the row.' }))

const CertaintyRow = z.object({
  probability: number('A probability')
    .min(0, { error: 'A probability is at least 0.' })
    .max(1, { error: 'A probability is at most 1.' }),
  phrases: Phrases,
})

const ChecklistRow = z.object({ key: z.string().max(60), label: ChecklistItem.shape.label })

/** The settings as the form sends them: numbers as text, the share in per cent, phrases in one line per probability. */
export const SettingsForm = z
  .object({
    expectedVersion: number('The version'),
    /** Given by the conflict view: save over this one knowingly. */
    overVersion: number('The version').optional(),
    newsroomName: SettingInput.shape.newsroomName,
    zone: SettingInput.shape.zone,
    ratingScale: z.array(RatingRow, { error: 'A scale needs at least two ratings.' }),
    certaintyTable: z.array(CertaintyRow).default([]),
    minimumN: number('The least number').pipe(SettingInput.shape.minimumN),
    maxUnresolvedPercent: number('The share').min(0, { error: 'At least 0 %.' }).max(100, { error: 'At most 100 %.' }),
    heldUp_early: z.literal('on').optional(),
    heldUp_late: z.literal('on').optional(),
    heldUp_partly: z.literal('on').optional(),
    defaultGraceDays: number('The number of days').pipe(SettingInput.shape.defaultGraceDays),
    checklist: z.array(ChecklistRow).default([]),
    isSolo: z.literal('on').optional(),
    isBlindRating: z.literal('on').optional(),
  })
  .transform(
    ({ overVersion, expectedVersion, maxUnresolvedPercent, isSolo, isBlindRating, ...rest }): ChangeSettingsInput => ({
      ...rest,
      heldUp: HELD_UP_KINDS.filter((kind) => kind === 'came_true' || rest[`heldUp_${kind}`] === 'on'),
      expectedVersion: overVersion ?? expectedVersion,
      ratingScale: withKeys(rest.ratingScale, 'rating').map(({ value, ...rating }) => ({
        ...rating,
        value: value ?? null,
      })),
      checklist: withKeys(rest.checklist, 'item'),
      certaintyTable: rest.certaintyTable.flatMap(({ probability, phrases }) =>
        phrases.map((words) => ({ words, probability })),
      ),
      maxUnresolved: Math.round(maxUnresolvedPercent * 10) / 1000,
      isSolo: isSolo === 'on',
      isBlindRating: isBlindRating === 'on',
    }),
  )
  .pipe(ChangeSettingsInput)

/** A new row gets a key of its own from its name; "Not proven" -> "not-proven". Without letters it is named for its `kind`. */
function withKeys<R extends { key: string; label: string }>(rows: R[], kind: string): R[] {
  const taken = new Set(rows.map((row) => row.key))
  return rows.map((row) => {
    const key = row.key === 'new' ? freeKey(row.label, taken, kind) : row.key
    taken.add(key)
    return { ...row, key }
  })
}

const KEY_LENGTH = 40

function freeKey(label: string, taken: Set<string>, kind: string): string {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z]+/g)
  let key = words?.join('-').slice(0, KEY_LENGTH).replace(/-$/, '') ?? kind
  while (taken.has(key)) key = `${key}-again`
  return key
}

export type CertaintyGroup = { probability: number; phrases: string }

/** The table as the form shows it: one row per probability, the most certain first. */
export function groupCertainty(table: CertaintyTable): CertaintyGroup[] {
  const groups = new Map<number, string[]>()
  for (const { words, probability } of table) groups.set(probability, [...(groups.get(probability) ?? []), words])
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([probability, phrases]) => ({ probability, phrases: phrases.join(', ') }))
}
