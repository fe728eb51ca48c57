import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Changes } from '@/app/_parts/record/changes'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { compareTexts } from '@/lib/articles/rules/comparing'
import type { Context } from '@/lib/core/context'
import { Id } from '@/lib/core/ids'
import { canEditEvidence } from '@/lib/evidence/policy'
import { type Copy, getSource, requireCopy, type SourceView } from '@/lib/evidence/queries/copies'
import { hasWebArchive } from '@/lib/evidence/queries/sources'
import { bodyOf } from '@/lib/evidence/rules/copies'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { SettleForm } from '../_components/source-forms'
import { ALERT_WORDS } from '../_components/source-words'
import { CopyReader } from './_components/copy-reader'
import { SourceFacts } from './_components/source-facts'

export const metadata: Metadata = { title: 'Source' }

const Query = z.object({ copy: z.coerce.number().pipe(z.int().min(1)).optional().catch(undefined) })
const CRUMBS = [{ href: '/desk/sources', label: 'Sources' }]

export default async function SourcePage({ params, searchParams }: PageProps<'/desk/sources/[id]'>) {
  const ctx = await requireContext()
  const id = Id.safeParse((await params).id)
  const source = id.success ? await getSource(ctx, id.data) : null
  if (source === null) notFound()
  const { copy: wanted } = Query.parse(await searchParams)
  const [{ zone }, { copy, before }] = await Promise.all([requireSettings(), readCopies(ctx, source, wanted)])
  const mayEdit = canEditEvidence(ctx.actor)
  const { alert } = source.watch ?? { alert: null }
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={source.title} crumbs={CRUMBS} lead={source.publisherName} />
      {alert ? (
        <Notice kind="warn" title={ALERT_WORDS[alert]} className="max-w-page">
          <div className="flex flex-col gap-3">
            <p>
              {alert === 'unreachable'
                ? 'The copy that the desk has stays. Look for the source elsewhere, or for a copy in a web archive.'
                : 'Read what changed, and whether the verdicts that cite it still hold.'}
            </p>
            {mayEdit ? <SettleForm sourceId={source.id} /> : null}
          </div>
        </Notice>
      ) : null}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,44rem)_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          {before && copy ? <WhatChanged before={before} copy={copy} /> : null}
          {copy ? (
            <CopyReader copy={copy} cited={source.evidence} zone={zone} />
          ) : (
            <p className="text-ink-soft">The desk has no copy of this source.</p>
          )}
        </div>
        <SourceFacts
          source={source}
          shown={copy?.ordinal ?? null}
          zone={zone}
          mayEdit={mayEdit}
          hasArchive={hasWebArchive()}
        />
      </div>
    </div>
  )
}

/** The copy that is asked for, else the newest; and the one before it where both have words. */
async function readCopies(ctx: Context, source: SourceView, wanted: number | undefined) {
  const at = Math.max(
    0,
    source.copies.findIndex(({ ordinal }) => ordinal === wanted),
  )
  const [chosen, earlier] = [source.copies[at], source.copies[at + 1]]
  const [copy, before] = await Promise.all([
    chosen ? requireCopy(ctx, chosen.id) : null,
    earlier ? requireCopy(ctx, earlier.id) : null,
  ])
  return { copy, before: copy?.text && before?.text ? before : null }
}

function WhatChanged({ before, copy }: { before: Copy; copy: Copy }) {
  const { blocks } = compareTexts(bodyOf(before), bodyOf(copy))
  const isSame = blocks.every(({ kind }) => kind === 'same')
  return (
    <section aria-labelledby="changes-title" className="flex max-w-measure flex-col gap-4" data-what-changed>
      <h2 id="changes-title" className="statement font-semibold text-21">
        What changed from copy {before.ordinal} to copy {copy.ordinal}
      </h2>
      {isSame ? (
        <p className="text-ink-soft">
          The running text reads the same. <Link href={`/desk/sources/copies/${before.id}/text`}>The earlier copy</Link>{' '}
          has an excerpt in what stands around it.
        </p>
      ) : (
        <Changes blocks={blocks} />
      )}
    </section>
  )
}
