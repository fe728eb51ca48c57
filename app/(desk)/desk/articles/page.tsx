import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { canImport } from '@/lib/articles/policy'
import { listArticles } from '@/lib/articles/queries'
import { summariseStories } from '@/lib/articles/queries/stories'
import { canReread } from '@/lib/claims/policy'
import { countCandidatesOf } from '@/lib/claims/queries/reader'
import { getRereadingState } from '@/lib/claims/queries/rereading'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { ArticleTable, textsOf } from './_components/article-table'
import { Rereading } from './_components/rereading'

export const metadata: Metadata = { title: 'Articles' }

const VIEWS = [
  { view: 'all', label: 'All' },
  { view: 'needs-day', label: 'Day needed' },
  { view: 'hidden', label: 'Hidden' },
] as const

const Query = z.object({
  view: z.enum(['all', 'needs-day', 'hidden']).catch('all'),
  before: z.uuid().optional().catch(undefined),
})

const EMPTY = {
  all: 'No article yet. Import one, and its claims appear here to be checked.',
  'needs-day': 'Every article has its publication day.',
  hidden: 'No article is hidden.',
}

export default async function ArticlesPage({ searchParams }: PageProps<'/desk/articles'>) {
  const ctx = await requireContext()
  const { view, before } = Query.parse(await searchParams)
  const { zone } = await requireSettings()
  const { articles, next } = await listArticles(ctx, {
    before,
    needsDay: view === 'needs-day',
    hidden: view === 'hidden',
  })
  const counts = await countCandidatesOf(ctx, textsOf(articles))
  const stories = await summariseStories(
    ctx,
    articles.map(({ id }) => id),
  )
  const mayImport = canImport(ctx.actor)
  const rereading = await getRereadingState(ctx)
  const here = (more: string) => `/desk/articles?${new URLSearchParams({ view })}${more}`
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Articles"
        actions={
          mayImport ? (
            <>
              <LinkButton href="/desk/feeds">Feeds</LinkButton>
              <LinkButton href="/desk/articles/import" variant="primary">
                Import articles
              </LinkButton>
            </>
          ) : null
        }
      />
      <Rereading state={rereading} mayReread={canReread(ctx.actor)} />
      <nav aria-label="Which articles" className="flex flex-wrap gap-x-6 gap-y-2 border-rule border-b">
        {VIEWS.map((entry) => (
          <Link
            key={entry.view}
            href={`/desk/articles?view=${entry.view}`}
            aria-current={entry.view === view ? 'page' : undefined}
            className="-mb-px flex h-10 items-center border-transparent border-b-2 text-ink-soft no-underline aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
          >
            {entry.label}
          </Link>
        ))}
      </nav>
      {articles.length > 0 ? (
        <ArticleTable articles={articles} counts={counts} stories={stories} zone={zone} />
      ) : (
        <EmptyState
          action={
            mayImport && view === 'all' && !before
              ? { href: '/desk/articles/import', label: 'Import an article' }
              : undefined
          }
        >
          {before ? 'There are no older articles.' : EMPTY[view]}
        </EmptyState>
      )}
      <Pagination
        label="Older and newer articles"
        newer={before ? here('') : undefined}
        older={next ? here(`&before=${next}`) : undefined}
      />
    </div>
  )
}
