import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Changes } from '@/app/_parts/record/changes'
import { Button } from '@/app/_ui/button'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import { Notice } from '@/app/_ui/notice'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { getArticle, listSnapshots, requireSnapshot } from '@/lib/articles/queries'
import { type Comparison, compareTexts } from '@/lib/articles/rules/comparing'
import { counted } from '@/lib/core/counts'
import { dayInZone } from '@/lib/core/days'
import { Id } from '@/lib/core/ids'
import { formatDay } from '@/lib/core/windows'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { readerAddress } from '../_components/address'

export const metadata: Metadata = { title: 'Versions of an article' }

const ordinal = z.coerce.number().pipe(z.int().min(1)).optional().catch(undefined)
const Query = z.object({ from: ordinal, to: ordinal })

export default async function VersionsPage({ params, searchParams }: PageProps<'/desk/articles/[id]/versions'>) {
  const ctx = await requireContext()
  const id = Id.safeParse((await params).id)
  const article = id.success ? await getArticle(ctx, id.data) : null
  if (article === null) notFound()
  const { zone } = await requireSettings()
  const versions = await listSnapshots(ctx, article.id)
  const { from, to } = chosenOf(versions, Query.parse(await searchParams))
  const [earlier, later] =
    from && to ? await Promise.all([requireSnapshot(ctx, from.id), requireSnapshot(ctx, to.id)]) : [null, null]
  const comparison = earlier && later ? compareTexts(earlier.body, later.body) : null
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="What changed between versions"
        crumbs={[
          { href: '/desk/articles', label: 'Articles' },
          { href: readerAddress({ articleId: article.id }), label: article.title },
        ]}
      />
      {versions.length < 2 || !from || !to || comparison === null ? (
        <EmptyState action={{ href: readerAddress({ articleId: article.id }), label: 'Read the text and its claims' }}>
          This article has one version, so there is nothing to compare.
        </EmptyState>
      ) : (
        <>
          <Choice articleId={article.id} versions={versions} from={from.ordinal} to={to.ordinal} zone={zone} />
          <section aria-labelledby="changes-heading" className="flex max-w-measure flex-col gap-4">
            <h2 id="changes-heading" className="statement font-semibold text-21">
              From version {from.ordinal} to {to.ordinal}
            </h2>
            <p className="text-15 text-ink-soft">
              <Timestamp at={from.createdAt.toISOString()} zone={zone} /> to{' '}
              <Timestamp at={to.createdAt.toISOString()} zone={zone} />. {summaryOf(comparison)}
            </p>
            <p className="flex flex-wrap gap-x-4 gap-y-1 text-15">
              {[from, to].map((version) => (
                <Link key={version.id} href={readerAddress({ articleId: article.id, version: version.ordinal })}>
                  Read version {version.ordinal} with its claims
                </Link>
              ))}
            </p>
            {comparison.blocks.every(({ kind }) => kind === 'same') ? (
              <Notice>The two read the same: only line breaks or spaces differ.</Notice>
            ) : (
              <Changes blocks={comparison.blocks} />
            )}
          </section>
        </>
      )}
    </div>
  )
}

type Version = Awaited<ReturnType<typeof listSnapshots>>[number]

/** The two that are asked for, in their order; else the newest and the one before it. */
function chosenOf(versions: readonly Version[], asked: { from?: number; to?: number }) {
  const of = (wanted: number | undefined) => versions.find((version) => version.ordinal === wanted)
  const to = of(asked.to) ?? versions[0]
  const from = of(asked.from) ?? versions.find((version) => to && version.ordinal < to.ordinal) ?? versions[1]
  return from && to && from.ordinal > to.ordinal ? { from: to, to: from } : { from, to }
}

function summaryOf({ counts: { same, changed, removed, added } }: Comparison): string {
  const parts = [
    [changed, 'rewritten'],
    [added, 'added'],
    [removed, 'removed'],
    [same, 'unchanged'],
  ] as const
  const told = parts.filter(([n]) => n > 0).map(([n, what]) => `${n.toLocaleString('en')} ${what}`)
  return `${counted(same + changed + removed + added, 'paragraph')}: ${told.join(', ')}.`
}

function Choice({
  articleId,
  versions,
  from,
  to,
  zone,
}: {
  articleId: string
  versions: readonly Version[]
  from: number
  to: number
  zone: string
}) {
  const picks = [
    { name: 'from', label: 'Earlier version', value: from },
    { name: 'to', label: 'Later version', value: to },
  ]
  return (
    <form action={`/desk/articles/${articleId}/versions`} className="flex flex-wrap items-end gap-x-4 gap-y-3">
      {picks.map(({ name, label, value }) => (
        <div key={name} className="min-w-0 max-sm:w-full">
          <label htmlFor={`version-${name}`} className={labelClasses}>
            {label}
          </label>
          <select
            key={value}
            id={`version-${name}`}
            name={name}
            defaultValue={value}
            className={`${inputClasses} max-sm:w-full`}
          >
            {versions.map((version) => (
              <option key={version.id} value={version.ordinal}>
                {version.ordinal}, {formatDay(dayInZone(version.createdAt, zone))}
              </option>
            ))}
          </select>
        </div>
      ))}
      <Button type="submit">Compare</Button>
    </form>
  )
}
