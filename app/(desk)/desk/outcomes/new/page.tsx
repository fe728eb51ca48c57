import type { Metadata } from 'next'
import { z } from 'zod'
import { WindowText } from '@/app/_ui/days'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { newId } from '@/lib/core/ids'
import { canWritePredictions } from '@/lib/predictions/policy'
import { getOutcomePrefill } from '@/lib/predictions/queries/news'
import { getOutcome } from '@/lib/predictions/queries/outcomes'
import { listResolvable } from '@/lib/predictions/queries/suggestions'
import { requireContext } from '@/lib/web/session'
import { OutcomeForm } from '../_components/outcome-form'

export const metadata: Metadata = { title: 'Record an outcome' }

const CRUMBS = [{ href: '/desk/outcomes', label: 'Outcomes' }]

/** `prediction`: for which it is begun. `news`: what a later article says of it, taken as the first source. `from`: an undone outcome to be recorded again. */
const Query = z.object({
  prediction: z.uuid().optional().catch(undefined),
  news: z.uuid().optional().catch(undefined),
  from: z.uuid().optional().catch(undefined),
})

export default async function NewOutcomePage({ searchParams }: PageProps<'/desk/outcomes/new'>) {
  const ctx = await requireContext()
  const query = Query.parse(await searchParams)
  const [earlier, told] = await Promise.all([
    query.from ? getOutcome(ctx, query.from) : null,
    query.news ? getOutcomePrefill(ctx, query.news) : null,
  ])
  const wanted = [...(query.prediction ? [query.prediction] : []), ...(earlier?.links.map((l) => l.predictionId) ?? [])]
  const predictions = await listResolvable(ctx, wanted)
  return (
    <div className="flex max-w-measure flex-col gap-8">
      <PageHeader
        title="Record an outcome"
        crumbs={CRUMBS}
        lead="What happened, once. Then gather its sources and choose the predictions that it resolves; a second person approves."
      />
      {predictions.length > 0 ? (
        <Notice title="It will be linked to">
          <ul className="flex flex-col gap-1">
            {predictions.map((prediction) => (
              <li key={prediction.predictionId}>
                {prediction.shortForm} (<WindowText window={prediction.window} />)
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {canWritePredictions(ctx.actor) ? (
        <OutcomeForm
          id={newId()}
          revision={null}
          content={earlier?.content ?? told}
          predictionIds={predictions.map((prediction) => prediction.predictionId)}
          isSubmitted={false}
          fromId={earlier?.id}
          newsId={told ? query.news : undefined}
        />
      ) : (
        <Notice kind="warn">Recording outcomes takes a reviewer or an editor. Ask an admin for the role.</Notice>
      )}
    </div>
  )
}
