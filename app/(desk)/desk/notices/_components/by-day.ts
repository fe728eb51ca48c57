import { addDays, type Day, dayInZone } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'

/** In the order given, gathered under the newsroom's days: "Today", "Yesterday", "20 Nov 2026". */
export function byDay<T extends { createdAt: string }>(
  items: readonly T[],
  { zone, today }: { zone: string; today: Day },
): { day: Day; words: string; items: T[] }[] {
  const groups: { day: Day; words: string; items: T[] }[] = []
  for (const item of items) {
    const day = dayInZone(new Date(item.createdAt), zone)
    const last = groups.at(-1)
    if (last?.day === day) last.items.push(item)
    else groups.push({ day, words: dayWords(day, today), items: [item] })
  }
  return groups
}

const dayWords = (day: Day, today: Day): string =>
  day === today ? 'Today' : day === addDays(today, -1) ? 'Yesterday' : formatDay(day)
