import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: { theme: { text: ['13', '15', '17', '21', '28', '40'], radius: ['s', 'm', 'full'], shadow: ['lift'] } },
})

/** Joins class names; of two that set the same property the later one wins, so a caller may override a default. */
export const cx = (...values: ClassValue[]): string => merge(clsx(values))
