import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import { closesWords } from '@/lib/publishing/rules/closes'
import type { LedgerFilter } from '@/lib/publishing/schema'

export const VIEW_WORDS: Record<LedgerFilter['view'], string> = {
  all: 'All',
  open: 'Open',
  due_soon: 'Due soon',
  overdue: 'Overdue',
  resolved: 'Recently settled',
}

type Named<K extends 'voice' | 'certainty' | 'standing' | 'opened'> = Record<NonNullable<LedgerFilter[K]>, string>

export const VOICE_WORDS: Named<'voice'> = {
  own: 'its own voice',
  unnamed: 'its unnamed sources',
  reported: 'named people whom it reports',
}

export const CERTAINTY_WORDS: Named<'certainty'> = {
  high: 'high, from 80 %',
  middle: 'middle, 50 to 79 %',
  low: 'low, below 50 %',
  listed: 'any that is in our table',
  none: 'none that is in our table',
}

export const OPENED_WORDS: Named<'opened'> = { late: 'after its window had closed' }

export const STANDING_WORDS: Named<'standing'> = {
  counted: 'counted in the rate',
  unresolved: 'window closed, not settled',
  still_open: 'window not closed yet',
  out: 'out of it: void or too vague',
}

/** Of the resolutions, those that a list can be narrowed to besides its view. */
export const SETTLED = ['came_true', 'early', 'late', 'partly', 'did_not_happen', 'too_vague', 'void'] as const

/** Of each filter but the view, how it is called and its value in words. */
export const FILTER_LABELS = {
  speaker: 'Speaker',
  publisher: 'Publisher',
  voice: 'Said in',
  topic: 'Topic',
  phrase: 'Phrase',
  certainty: 'Certainty',
  resolution: 'How it ended',
  standing: 'In its record',
  opened: 'Opened',
  closes: 'Window closes',
  from: 'Due from',
  to: 'Due until',
} as const
export type FilterKey = keyof typeof FILTER_LABELS
export const FILTER_KEYS = Object.keys(FILTER_LABELS).filter((key): key is FilterKey => key in FILTER_LABELS)

/** The words of a chosen value that has fixed ones. */
export function wordsOfChoice(filter: LedgerFilter, key: FilterKey): string | null {
  const { voice, certainty, resolution, standing, opened, closes } = filter
  if (key === 'voice') return voice ? VOICE_WORDS[voice] : null
  if (key === 'certainty') return certainty ? CERTAINTY_WORDS[certainty] : null
  if (key === 'resolution') return resolution ? RESOLUTION_WORDS[resolution].toLowerCase() : null
  if (key === 'standing') return standing ? STANDING_WORDS[standing] : null
  if (key === 'opened') return opened ? OPENED_WORDS[opened] : null
  if (key === 'closes') return closes ? closesWords(closes) : null
  return null
}
