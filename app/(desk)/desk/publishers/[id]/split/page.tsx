import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { PageHeader } from '@/app/_ui/page-parts'
import { canSplitPublishers } from '@/lib/articles/policy'
import { getPublisher, listArticles, listPublishers, type PublisherListItem } from '@/lib/articles/queries'
import { previewSplit, type SplitPreview } from '@/lib/articles/queries/splits'
import { MAX_SPLIT } from '@/lib/articles/schema'
import { counted } from '@/lib/core/counts'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { requireContext } from '@/lib/web/session'
import { FocusOnShow } from '../../../_components/done-notice'
import { SplitForm } from '../../_components/split-forms'
import { ChooseArticles } from './_components/choose-articles'

export const metadata: Metadata = { title: 'Split a publisher' }

const Query = z.object({
  // What is no id at all falls out; the ticks beside it stay.
  article: z.preprocess((given) => [given ?? []].flat(), z.array(z.unknown())).transform((ids) => ids.filter(isId)),
  text: textField(200).optional().catch(undefined),
  before: Id.optional().catch(undefined),
  go: z.literal('on').optional().catch(undefined),
})

const isId = (given: unknown): given is string => Id.safeParse(given).success
const SHOWN = 25

export default async function SplitPublisherPage({ params, searchParams }: PageProps<'/desk/publishers/[id]/split'>) {
  const ctx = await requireContext()
  const id = Id.safeParse((await params).id)
  const publisher = id.success ? await getPublisher(ctx, id.data) : null
  if (publisher === null || publisher.mergedInto || !canSplitPublishers(ctx.actor)) notFound()
  const { article: asked, text, before, go } = Query.parse(await searchParams)
  const here = `/desk/publishers/${publisher.id}`
  const [{ publishers }, preview, { articles, next }] = await Promise.all([
    listPublishers(ctx, { limit: 200 }),
    previewSplit(ctx, publisher.id, asked.slice(0, MAX_SPLIT)),
    listArticles(ctx, { publisherId: publisher.id, text, before, limit: SHOWN }),
  ])
  const chosen = new Set(preview.articles.map((article) => article.id))
  const problem = problemOf(publisher, asked.length, chosen.size, go === 'on')
  return (
    <div className="flex max-w-measure flex-col gap-8">
      <PageHeader
        title={`Split ${publisher.name}`}
        crumbs={[
          { href: '/desk/publishers', label: 'Publishers' },
          { href: here, label: publisher.name },
        ]}
        lead="For articles under this name that another publisher made. Nothing moves before you say so, and it can be undone."
      />
      {problem ? (
        <FocusOnShow key={ctx.requestId}>
          <ErrorSummary text={problem.text} errors={[{ href: '#split-articles', text: problem.toDo }]} />
        </FocusOnShow>
      ) : null}
      <section id="split-articles" tabIndex={-1} aria-labelledby="choose-title" className="flex flex-col gap-4">
        <h2 id="choose-title" className="statement font-semibold text-21">
          Which articles
        </h2>
        <ChooseArticles
          key={`${text} ${before} ${[...chosen].join()}`}
          here={`${here}/split`}
          chosen={preview.articles}
          found={articles.filter((article) => !chosen.has(article.id))}
          text={text}
          older={next}
          error={problem?.toDo}
        />
      </section>
      {chosen.size > 0 ? (
        <section aria-labelledby="moves" className="flex flex-col gap-4 border-rule border-t pt-6">
          <h2 id="moves" tabIndex={-1} className="statement font-semibold text-21">
            What moves, and where to
          </h2>
          <Moves publisher={publisher} preview={preview} />
          <SplitForm
            publisherId={publisher.id}
            articleIds={[...chosen]}
            others={publishers
              .filter((other) => other.id !== publisher.id && !other.mergedInto)
              .map(({ id, name }) => ({ id, name }))}
            words={`Split off ${counted(chosen.size, 'article')}`}
          />
        </section>
      ) : null}
    </div>
  )
}

/** What was asked for and cannot be done; null when all is well. */
function problemOf(
  publisher: PublisherListItem,
  asked: number,
  chosen: number,
  goesOn: boolean,
): { text: string; toDo: string } | null {
  if (goesOn && asked === 0) return { text: 'No article is chosen.', toDo: 'Choose at least one article.' }
  if (asked > MAX_SPLIT)
    return {
      text: `${asked} articles are chosen; the first ${MAX_SPLIT} are taken.`,
      toDo: `Split off at most ${MAX_SPLIT} at once, then the rest.`,
    }
  if (chosen < asked)
    return {
      text: `${asked - chosen} of the chosen articles are not with ${publisher.name} any more.`,
      toDo: 'Look through the chosen ones again.',
    }
  return null
}

function Moves({
  publisher,
  preview: { articles, places, unnamed },
}: {
  publisher: PublisherListItem
  preview: SplitPreview
}) {
  return (
    <div className="flex flex-col gap-3 border-rule border-l-4 bg-sunk p-4">
      <p>
        {counted(articles.length, 'article')} with {counted(places, 'place')} where claims were made would count under
        the other publisher instead of {publisher.name}
        {unnamed > 0 ? `, and so would the unnamed sources in ${unnamed === 1 ? 'one' : unnamed} of them` : ''}. The
        words in the articles stay, and published verdicts keep what they showed.
      </p>
      <ul className="list-disc pl-5 text-15">
        {articles.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </div>
  )
}
