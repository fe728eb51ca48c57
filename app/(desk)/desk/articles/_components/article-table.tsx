import Link from 'next/link'
import { ConfirmDay } from '@/app/_parts/articles/confirm-day'
import { StoryLine } from '@/app/_parts/articles/story-line'
import { DayText } from '@/app/_ui/days'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import type { ArticleListItem } from '@/lib/articles/queries'
import type { StorySummary } from '@/lib/articles/queries/stories'
import { confirmDayAction } from '../actions'

/** Articles, newest import first; where the publication day is not known it is asked for in the row. */
export function ArticleTable({
  articles,
  counts,
  stories = NO_STORIES,
  zone,
}: {
  articles: ArticleListItem[]
  /** Candidates by state, by the id of the text that is read at present. */
  counts: Map<string, Record<string, number>>
  /** By article, where others carry the same text. */
  stories?: ReadonlyMap<string, StorySummary>
  zone: string
}) {
  return (
    <Table caption="Articles, newest import first" captionHidden>
      <TableHead>
        <HeadCell>Title</HeadCell>
        <HeadCell className="max-md:hidden">Publisher</HeadCell>
        <HeadCell className="max-md:hidden">Published</HeadCell>
        <HeadCell numeric>To triage</HeadCell>
        <HeadCell numeric>Accepted</HeadCell>
        <HeadCell numeric className="max-md:hidden">
          Rejected
        </HeadCell>
        <HeadCell className="max-md:hidden">Imported</HeadCell>
      </TableHead>
      <TableBody>
        {articles.map((article) => (
          <ArticleRow
            key={article.id}
            article={article}
            states={counts.get(article.currentSnapshotId ?? '') ?? {}}
            story={stories.get(article.id)}
            zone={zone}
          />
        ))}
      </TableBody>
    </Table>
  )
}

/** The texts whose candidates are counted. */
export const textsOf = (articles: ArticleListItem[]): string[] =>
  articles.flatMap((article) => article.currentSnapshotId ?? [])

const NO_STORIES: ReadonlyMap<string, StorySummary> = new Map()

type RowProps = {
  article: ArticleListItem
  states: Record<string, number>
  story: StorySummary | undefined
  zone: string
}

function ArticleRow({ article, states, story, zone }: RowProps) {
  return (
    <Row>
      <Cell className="relative min-w-40 max-w-measure align-top md:min-w-72">
        <Link href={`/desk/articles/${article.id}`} className="link-quiet font-serif text-17">
          {article.title}
        </Link>
        <p className="text-13 text-ink-soft md:hidden">
          {article.publisher.name} · <Published article={article} />
        </p>
        <Link href={`/desk/articles/${article.id}/details`} className="whitespace-nowrap text-13 max-md:block md:ml-3">
          Details<span className="sr-only"> of {article.title}</span>
        </Link>
        {story ? (
          <p className="text-13 text-ink-soft">
            <StoryLine articleId={article.id} story={story} />
          </p>
        ) : null}
        {article.publishedOn === null ? <AskForDay article={article} /> : null}
      </Cell>
      <Cell className="min-w-36 align-top max-md:hidden">
        <Link href={`/desk/publishers/${article.publisher.id}`} className="link-quiet">
          {article.publisher.name}
        </Link>
      </Cell>
      <Cell className="whitespace-nowrap align-top max-md:hidden">
        <Published article={article} />
      </Cell>
      <Cell numeric className="align-top font-medium">
        {states.new ?? 0}
      </Cell>
      <Cell numeric className="align-top">
        {(states.accepted ?? 0) + (states.merged ?? 0)}
      </Cell>
      <Cell numeric className="align-top max-md:hidden">
        {states.rejected ?? 0}
      </Cell>
      <Cell className="whitespace-nowrap align-top text-13 text-ink-soft max-md:hidden">
        <Timestamp at={article.importedAt.toISOString()} zone={zone} />
      </Cell>
    </Row>
  )
}

function Published({ article: { publishedOn, publishedOnBasis } }: { article: ArticleListItem }) {
  if (publishedOn === null) return <Tag tone="watch">Day needed</Tag>
  return (
    <span title={publishedOnBasis ?? undefined}>
      <DayText day={publishedOn} className="whitespace-nowrap" />
    </span>
  )
}

function AskForDay({ article }: { article: ArticleListItem }) {
  return (
    <details className="mt-1">
      <summary className="w-fit cursor-pointer text-13 text-accent">
        Confirm the publication day<span className="sr-only"> of {article.title}</span>
      </summary>
      <div className="py-3">
        <ConfirmDay
          articleId={article.id}
          revision={article.revision}
          known={null}
          proposed={article.dayCandidates}
          action={confirmDayAction}
        />
      </div>
    </details>
  )
}
