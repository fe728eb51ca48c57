import type { CertaintyEntry, CertaintyTable, Rating, RatingScale, SettingInput } from './schema'

/** Best 5, worst 1; the three without a number never carry one (ClaimReview's reviewRating stays out for them). */
export const DEFAULT_SCALE: RatingScale = [
  { key: 'true', label: 'True', value: 5, meaning: 'The statement is accurate and nothing significant is missing.' },
  {
    key: 'mostly-true',
    label: 'Mostly true',
    value: 4,
    meaning: 'Accurate, but needs clarification or more information.',
  },
  { key: 'half-true', label: 'Half true', value: 3, meaning: 'Partly accurate; leaves out or blurs what matters.' },
  {
    key: 'mostly-false',
    label: 'Mostly false',
    value: 2,
    meaning: 'Has an element of truth, but the facts as a whole say otherwise.',
  },
  { key: 'false', label: 'False', value: 1, meaning: 'Not accurate.' },
  {
    key: 'unverifiable',
    label: 'Unverifiable',
    value: null,
    meaning: 'Searched, and what was found neither supports nor refutes it.',
  },
  {
    key: 'needs-context',
    label: 'Needs context',
    value: null,
    meaning: 'Misleading as it stands; the context decides.',
  },
  { key: 'outdated', label: 'Outdated', value: null, meaning: 'Was accurate once and is not any more.' },
]

const CERTAINTY: [number, string[]][] = [
  [0.95, ['has announced', 'have announced', 'will']],
  [0.9, ['set to', 'scheduled', 'scheduled to', 'due to']],
  [
    0.8,
    [
      'is expected to',
      'are expected to',
      'expected to',
      'is expected',
      'is likely to',
      'are likely to',
      'likely to',
      'unlikely to',
    ],
  ],
  [0.7, ['plans to', 'plan to', 'is planning to', 'intends to', 'intend to', 'aims to', 'aim to']],
  [0.45, ['is considering', 'are considering', 'considering', 'hopes to', 'hope to']],
  [0.35, ['may', 'might', 'could']],
]

/** The probability that stands for certainty words, as printed on the methodology page. */
export const DEFAULT_CERTAINTY: CertaintyTable = CERTAINTY.flatMap(([probability, phrases]) =>
  phrases.map((words) => ({ words, probability })),
)

export const defaultSettings = (newsroomName: string, zone: string): SettingInput => ({
  newsroomName,
  zone,
  ratingScale: DEFAULT_SCALE,
  certaintyTable: DEFAULT_CERTAINTY,
  minimumN: 5,
  maxUnresolved: 0.2,
  heldUp: ['came_true'],
  defaultGraceDays: 0,
  checklist: [],
  isSolo: false,
  isBlindRating: false,
})

/** The entry of the table that certainty words fall under: the longest listed phrase within them; null for unlisted words. */
export function certaintyEntryOf(table: CertaintyTable, words: string | null): CertaintyEntry | null {
  if (words === null) return null
  const padded = ` ${words.toLowerCase().replace(/\s+/g, ' ').trim()} `
  let best: CertaintyEntry | null = null
  for (const entry of table) {
    if (padded.includes(` ${entry.words} `) && (best === null || entry.words.length > best.words.length)) best = entry
  }
  return best
}

/** The probability that stands for certainty words; null for unlisted words. */
export const certaintyOf = (table: CertaintyTable, words: string | null): number | null =>
  certaintyEntryOf(table, words)?.probability ?? null

export const ratingOf = (scale: RatingScale, key: string | null): Rating | null =>
  scale.find((r) => r.key === key) ?? null

/** What differs between the settings in force and new ones, by name, in the order of the form. */
export const changedSettings = (before: SettingInput, after: SettingInput): (keyof SettingInput)[] =>
  NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))

/** By name, so that the compiler misses a setting that is left out. */
const IN_FORM: Record<keyof SettingInput, true> = {
  newsroomName: true,
  zone: true,
  ratingScale: true,
  certaintyTable: true,
  minimumN: true,
  maxUnresolved: true,
  heldUp: true,
  defaultGraceDays: true,
  checklist: true,
  isSolo: true,
  isBlindRating: true,
}
const NAMES = Object.keys(IN_FORM) as (keyof SettingInput)[]
