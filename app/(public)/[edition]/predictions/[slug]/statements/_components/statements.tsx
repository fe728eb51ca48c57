import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { Timeline } from '@/app/_parts/record/timeline'
import { DayText } from '@/app/_ui/days'
import { PageHeader } from '@/app/_ui/page-parts'
import { counted } from '@/lib/core/counts'
import { getStatementsPage, type StatementsPage } from '@/lib/publishing/queries/later-statements'
import { statementEntry } from '../../_components/statement-entries'

/** A page of what was said of a prediction later; one that moved leads on, one of nothing is none. */
export const readStatements = cache(async (slug: string, after?: string): Promise<StatementsPage> => {
  const found = await getStatementsPage(slug, after)
  if (found.is === 'moved')
    permanentRedirect(found.path.startsWith('/predictions/') ? `${found.path}/statements` : found.path)
  if (found.is === 'nothing') notFound()
  return found.page
})

export function Statements({ page, isFirst = false }: { page: StatementsPage; isFirst?: boolean }) {
  const { claim, statements, count, next } = page
  const path = `/predictions/${claim.slug}`
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        crumbs={[
          { href: '/predictions', label: 'Predictions' },
          { href: path, label: claim.shortForm },
        ]}
        title="All later statements"
        lead={`${counted(count, 'statement')} about “${claim.shortForm}”, the oldest first.`}
      />
      <Timeline
        label="Later statements"
        entries={statements.map(statementEntry).map(({ key, on, content: { what, detail, isMain } }) => ({
          id: key,
          what,
          when: on === null ? 'day not known' : <DayText day={on} />,
          detail,
          isMain,
        }))}
      />
      <nav
        aria-label="Pages of statements"
        className="print:hidden flex flex-wrap items-center justify-between gap-x-6 border-rule border-t pt-4"
      >
        <a href={isFirst ? path : `${path}/statements`} className="inline-flex min-h-6 items-center font-medium">
          <span aria-hidden="true">← </span>
          {isFirst ? 'Back to the prediction' : 'To the first page'}
        </a>
        {next ? (
          <a href={`${path}/statements/${next}`} rel="next" className="inline-flex min-h-6 items-center font-medium">
            More<span aria-hidden="true"> →</span>
          </a>
        ) : null}
      </nav>
    </div>
  )
}
