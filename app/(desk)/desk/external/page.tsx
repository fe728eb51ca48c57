import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { Ruling } from '@/app/_parts/external/ruling'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { canImportExternal } from '@/lib/verdicts/policy'
import { listExternal, listExternalPublishers } from '@/lib/verdicts/queries/external/list'
import { requireContext } from '@/lib/web/session'
import { ExternalFilters } from './_components/external-filters'

export const metadata: Metadata = { title: 'Others’ fact-checks' }

const Query = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  publisher: z.string().trim().max(200).optional().catch(undefined),
  hidden: z.literal('1').optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})
type Query = z.infer<typeof Query>

/** The address of this list with these filters. */
function addressOf(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return given.length === 0 ? '/desk/external' : `/desk/external?${new URLSearchParams(given)}`
}

export default async function ExternalPage({ searchParams }: PageProps<'/desk/external'>) {
  const ctx = await requireContext()
  const query = Query.parse(await searchParams)
  const { q, publisher, hidden, before } = query
  const [{ verdicts, next }, publishers] = await Promise.all([
    listExternal(ctx, { words: q, publisher, isHidden: hidden !== undefined, before }),
    listExternalPublishers(ctx),
  ])
  const mayImport = canImportExternal(ctx.actor)
  const isFiltered = Boolean(q || publisher || hidden)
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Others’ fact-checks"
        crumbs={[{ href: '/desk/claims', label: 'Claims' }]}
        lead="What other desks ruled, in their words. Beside a claim they are told as theirs; no rating or count of ours knows them."
        actions={mayImport ? <LinkButton href="/desk/external/import">Bring some in</LinkButton> : undefined}
      />
      {publishers.length > 0 ? (
        <ExternalFilters publishers={publishers} words={q} publisher={publisher} isHidden={hidden !== undefined} />
      ) : null}
      {verdicts.length > 0 ? (
        <ul className="flex max-w-page flex-col divide-y divide-rule border-rule border-y">
          {verdicts.map((verdict) => (
            <li key={verdict.id} className="py-4">
              <Ruling ruling={verdict}>
                <p className="text-13">
                  {verdict.isEarlier ? 'An earlier rating: their desk changed it since. ' : null}
                  {verdict.hiddenReason ? `Hidden: ${verdict.hiddenReason} ` : null}
                  <Link href={`/desk/external/${verdict.id}`}>
                    Where it came from<span className="sr-only">: {verdict.claimText}</span>
                  </Link>
                </p>
              </Ruling>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          action={
            isFiltered
              ? { href: '/desk/external', label: 'Show all of them' }
              : mayImport
                ? { href: '/desk/external/import', label: 'Bring some in' }
                : undefined
          }
        >
          {isFiltered || before ? 'None fits these filters.' : 'No other desk’s fact-check was brought in yet.'}
        </EmptyState>
      )}
      <Pagination
        label="Older and newer ones"
        newer={before ? addressOf({ ...query, before: undefined }) : undefined}
        older={next ? addressOf({ ...query, before: next }) : undefined}
      />
    </div>
  )
}
