import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PageHeader } from '@/app/_ui/page-parts'
import { getSaid, listComparable, StateKey, savesOf } from '@/lib/verdicts/queries/comparing'
import { getWorkspace } from '@/lib/verdicts/queries/workspace'
import { compareSaid } from '@/lib/verdicts/rules/comparing'
import { noteSavesShown, noteShown } from '@/lib/web/looks'
import { requireContext } from '@/lib/web/session'
import { ChooseStates } from './_components/choose-states'
import { Differences } from './_components/differences'

export const metadata: Metadata = { title: 'Compare two versions' }

const key = StateKey.optional().catch(undefined)
const Query = z.object({ from: key, to: key })

export default async function ComparePage({ params, searchParams }: PageProps<'/desk/claims/[id]/compare'>) {
  const ctx = await requireContext()
  const id = z.uuid().safeParse((await params).id)
  if (id.success) await noteShown(ctx, id.data)
  const workspace = id.success ? await getWorkspace(ctx, id.data) : null
  if (workspace === null) notFound()
  const { claim, zone } = workspace
  const query = Query.parse(await searchParams)
  const states = await listComparable(ctx, claim.id)
  const to = query.to ?? 'now'
  const from = query.from ?? states.find((state) => state.key !== to)?.key ?? 'now'
  await noteSavesShown(ctx, claim.id, savesOf([from, to]))
  const [before, after] = await Promise.all([getSaid(ctx, claim.id, from), getSaid(ctx, claim.id, to)])
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title="Compare"
        lead={claim.statement}
        crumbs={[
          { href: '/desk/claims', label: 'Claims' },
          { href: `/desk/claims/${claim.id}`, label: claim.shortForm },
          { href: `/desk/claims/${claim.id}/history`, label: 'History' },
        ]}
      />
      <ChooseStates claimId={claim.id} states={states} from={from} to={to} zone={zone} />
      {before === null || after === null ? (
        <p>
          This claim has no such version, or it is kept from you until you have rated. Choose two of the lists above.
        </p>
      ) : (
        <Differences comparison={compareSaid(before, after)} isSame={from === to} />
      )}
    </div>
  )
}
