import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Notice } from '@/app/_ui/notice'
import { canEditArticle } from '@/lib/articles/policy'
import { getArticle } from '@/lib/articles/queries'
import { canTriage } from '@/lib/claims/policy'
import { hasModel } from '@/lib/claims/queries/asking'
import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { isEditor } from '@/lib/core/context'
import type { Span } from '@/lib/core/text'
import { foreignNote } from '@/lib/extraction/present/language'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { readerAddress } from './_components/address'
import { ArticleText } from './_components/article-text'
import { CandidateList } from './_components/candidate-list'
import { Cuts } from './_components/cuts'
import { EarlierOccurrences } from './_components/earlier-occurrences'
import { HighlightSwitch } from './_components/highlight-switch'
import { LeftBehind } from './_components/left-behind'
import { MarkWords } from './_components/mark-words'
import { ModelProposals } from './_components/model-proposals'
import { OpenCandidate } from './_components/open-candidate'
import { Progress } from './_components/progress'
import { ReaderHead } from './_components/reader-head'
import { ReaderKeys } from './_components/reader-keys'
import { TakeOver } from './_components/take-over'
import { loadReader, ReaderQuery } from './reading'

export async function generateMetadata({ params }: PageProps<'/desk/articles/[id]'>): Promise<Metadata> {
  const ctx = await requireContext()
  const article = await getArticle(ctx, (await params).id).catch(() => null)
  return { title: article?.title ?? 'Article' }
}

export default async function ReaderPage({ params, searchParams }: PageProps<'/desk/articles/[id]'>) {
  const ctx = await requireContext()
  const query = ReaderQuery.parse(await searchParams)
  const { zone } = await requireSettings()
  const reader = await loadReader(ctx, (await params).id, query)
  if (reader === null) notFound()
  const { article, snapshot, versions, isCurrent, parts, part, candidates, counts, open } = reader
  const version = isCurrent ? undefined : snapshot.ordinal
  const span = parts[part] ?? { start: 0, end: snapshot.body.length }
  const mayTriage = canTriage(ctx.actor)
  const here = readerAddress({ articleId: article.id, version })
  return (
    <div className="flex flex-col gap-6">
      <ReaderHead
        article={article}
        versions={versions}
        shownId={snapshot.id}
        zone={zone}
        mayConfirm={canEditArticle(ctx.actor, article)}
        story={reader.story}
      />
      {isCurrent ? <Progress progress={reader.progress} /> : null}
      {isCurrent ? null : (
        <Notice title="An earlier version of the text">
          Its claims stay as they were made.{' '}
          <Link href={readerAddress({ articleId: article.id })}>Show the current one</Link>, or{' '}
          <Link href={`/desk/articles/${article.id}/versions?from=${snapshot.ordinal}`}>what changed since</Link>.
        </Notice>
      )}
      {query.c && !open ? (
        <Notice kind="warn">
          This candidate is not there any more: the text was read again. Choose it from the list.
        </Notice>
      ) : null}
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(22rem,34rem)] lg:justify-between">
        <section aria-label="The text" className="flex min-w-0 flex-col gap-6">
          <PartNav articleId={article.id} version={version} count={parts.length} part={part} />
          <HighlightSwitch isShown={reader.hasHighlights} />
          <div className="relative" data-text-box>
            <ArticleText
              articleId={article.id}
              version={version}
              body={snapshot.body}
              part={span}
              shapes={snapshot.shapes}
              isPlain={!reader.hasHighlights}
              candidates={candidates}
            />
          </div>
          <PartNav articleId={article.id} version={version} count={parts.length} part={part} />
          <Cuts cuts={snapshot.cut} />
        </section>
        <section
          aria-labelledby="claims-heading"
          className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-16 lg:max-h-[calc(100vh-5rem)] lg:overflow-y-auto"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="claims-heading" className="font-semibold text-17">
              Claims
            </h2>
            <p className="text-13 text-ink-soft tabular-nums">
              {counts.new ?? 0} to decide, {(counts.accepted ?? 0) + (counts.merged ?? 0)} accepted,{' '}
              {counts.rejected ?? 0} rejected
            </p>
          </div>
          <ReaderKeys address={here} openId={open?.id} doing={query.do} />
          {mayTriage ? (
            <TakeOver articleId={article.id} copies={reader.takeable} mayPublished={isEditor(ctx.actor)} />
          ) : null}
          {mayTriage ? (
            <MarkWords
              key={`${snapshot.id}-${part}-${open?.id}`}
              snapshotId={snapshot.id}
              text={snapshot.body.slice(span.start, span.end)}
              offset={span.start}
              address={here}
              adjustable={adjustableOf(open, span)}
            />
          ) : null}
          <CandidateList
            articleId={article.id}
            version={version}
            candidates={candidates}
            proposals={reader.proposals}
            openId={open?.id}
            note={reader.progress?.state === 'waiting' ? 'The text was not read yet.' : foreignNote(snapshot.body)}
            panel={open ? <OpenCandidate ctx={ctx} reader={reader} candidate={open} query={query} zone={zone} /> : null}
          />
          <ModelProposals articleId={article.id} model={reader.model} mayAsk={mayTriage && hasModel()} />
          <LeftBehind articleId={article.id} snapshotId={snapshot.id} left={reader.left} mayChoose={mayTriage} />
          <EarlierOccurrences articleId={article.id} occurrences={reader.earlier} />
        </section>
      </div>
    </div>
  )
}

/** The open candidate by its place in the part shown, as long as nobody decided on it. */
function adjustableOf(open: ReaderCandidate | undefined, part: Span): (Span & { id: string }) | null {
  if (open?.state !== 'new' || open.start < part.start || open.end > part.end) return null
  return { id: open.id, start: open.start - part.start, end: open.end - part.start }
}

/** A long text is shown in parts, so that no page is too long to work with. */
function PartNav({
  articleId,
  version,
  count,
  part,
}: {
  articleId: string
  version: number | undefined
  count: number
  part: number
}) {
  if (count < 2) return null
  const to = (other: number) => readerAddress({ articleId, version, part: other })
  return (
    <nav aria-label="Parts of the text" className="flex items-center gap-4 border-rule border-y py-2 text-15">
      {part > 0 ? <Link href={to(part - 1) || '?'}>Back</Link> : null}
      <span className="text-ink-soft tabular-nums">
        Part {part + 1} of {count}
      </span>
      {part < count - 1 ? <Link href={to(part + 1)}>On</Link> : null}
    </nav>
  )
}
