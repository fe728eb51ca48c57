import { startBatch } from '@/lib/articles/commands/batches'
import { importArticle } from '@/lib/articles/commands/import'
import { createPublisher } from '@/lib/articles/commands/publishers'
import { articleEvents } from '@/lib/articles/events'
import type { PublisherInput } from '@/lib/articles/schema'
import { extractCandidates } from '@/lib/claims/commands/extraction'
import type { Day } from '@/lib/core/days'
import type { PersonKey } from '../roster'
import { type Desk, later, type Step } from '../step'

export type DemoArticle = {
  /** What stories call it. */
  key: string
  publisher: string
  url: string
  title: string
  publishedOn: Day
  text: string
}

/** An import by an admin, and its reading by the worker a minute later. */
export const bringIn = (article: DemoArticle, at: Date, by: PersonKey | 'set-up' = 'tamsin'): Step[] => [
  {
    key: `import:${article.key}`,
    at,
    by,
    run: (ctx) => {
      const { text, url, title, publisher, publishedOn } = article
      return importArticle(ctx, { text, url, title, publisher, publishedOn })
    },
  },
  {
    key: `read:${article.key}`,
    at: later(at, 1),
    by: 'worker',
    run: (ctx, desk) => extractCandidates(ctx, placeOf(desk, article.key).articleId),
  },
]

/** A table of articles that an admin tries before bringing it in: told what would become of each row, and stored nothing. */
export const tryTable = (fileName: string, csv: string, at: Date): Step => ({
  key: `table:${fileName}`,
  at,
  by: 'tamsin',
  run: (ctx) => startBatch(ctx, { fileName, format: 'csv', isDryRun: true }, [new TextEncoder().encode(csv)]),
})

/** The article and the very snapshot that an import brought in. */
export function placeOf(desk: Desk, key: string): { articleId: string; snapshotId: string } {
  const step = `import:${key}`
  const { entityId, payload } = desk.has(step, 'article.imported')
    ? desk.told(step, articleEvents, 'article.imported')
    : desk.told(step, articleEvents, 'article.snapshot_added')
  return { articleId: entityId, snapshotId: payload.snapshotId }
}

export const enterPublisher = (publisher: PublisherInput, at: Date): Step => ({
  key: `publisher:${publisher.name}`,
  at,
  by: 'tamsin',
  run: (ctx) => createPublisher(ctx, publisher),
})
