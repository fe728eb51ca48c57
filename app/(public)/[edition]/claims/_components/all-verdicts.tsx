import { VerdictList } from '@/app/_parts/public/verdict-list'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import type { VerdictCard } from '@/lib/publishing/queries/claims'

export function AllVerdicts({ cards, next, newer }: { cards: VerdictCard[]; next: string | null; newer?: string }) {
  return (
    <div className="flex max-w-measure flex-col gap-8">
      <PageHeader
        title="Verdicts"
        lead={
          <>
            Every verdict in force, the latest first. What we changed or took back stands under{' '}
            <a href="/corrections">Corrections</a>.
          </>
        }
      />
      {cards.length > 0 ? (
        <VerdictList cards={cards} />
      ) : (
        <EmptyState drawing="seal" action={newer ? { href: newer, label: 'The latest verdicts' } : undefined}>
          {newer ? 'There are no older verdicts.' : 'No verdict is published yet. The first one will stand here.'}
        </EmptyState>
      )}
      <Pagination label="Pages of verdicts" newer={newer} older={next ? `/claims?before=${next}` : undefined} />
    </div>
  )
}
