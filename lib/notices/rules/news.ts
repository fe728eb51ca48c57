import type { NoticeKind, NoticeSubject } from '../schema'

const DAY_MS = 24 * 3_600_000
/** What happened longer ago is no news any more: told of so late, people would act on what has long changed. */
const NEWS_MS = 30 * DAY_MS
/** So long a notice that was read stays. */
export const KEPT_MS = 90 * DAY_MS

export const isNews = (occurredAt: Date, now: Date): boolean => now.getTime() - occurredAt.getTime() < NEWS_MS

/** Something to be told to one person. */
export type News = {
  userId: string
  kind: NoticeKind
  subjectType: NoticeSubject
  subjectId: string
  words?: string | null
  commentId?: string
  /** Where several events are told as one. */
  cause?: string
}

/** Nobody is told twice of one thing, and nobody of their own doing. The first that is said to a person counts. */
export function tellOnce(news: readonly News[], actorId: string | null): News[] {
  const told = new Set<string | null>([actorId])
  return news.filter(({ userId }) => {
    if (told.has(userId)) return false
    told.add(userId)
    return true
  })
}

const WORDS_MAX = 300

/** As much of a text as a notice repeats, in one line. */
export function briefly(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= WORDS_MAX
    ? line
    : `${line
        .slice(0, WORDS_MAX)
        .replace(/\s\S*$/, '')
        .trimEnd()} …`
}
