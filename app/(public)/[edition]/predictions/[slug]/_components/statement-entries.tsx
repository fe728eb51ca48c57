import type { ReactNode } from 'react'
import { Excerpt } from '@/app/_parts/record/excerpt'
import { WindowText } from '@/app/_ui/days'
import { formatDay } from '@/lib/core/windows'
import { shortQuote } from '@/lib/publishing/present'
import type { LaterStatement } from '@/lib/publishing/queries/later-statements'
import type {
  LaterReport,
  LinkedStatement,
  PublicArticle,
  PublicOccurrence,
  StatementRelation,
} from '@/lib/publishing/queries/statement-details'
import type { TimelineItem } from '@/lib/publishing/rules/prediction-timeline'

/** What the timeline shows of one thing that happened. */
export type Entry = { what: ReactNode; detail?: ReactNode; isMain: boolean }
type Item = TimelineItem<Entry>

/** One thing that was said of a prediction later, as the timeline and the list of all of them show it. */
export function statementEntry(later: LaterStatement): Item {
  const { id: key, on } = later
  switch (later.is) {
    case 'said_again':
      return { kind: 'said_again', on, key, content: saidAgain(later.place) }
    case 'linked':
      return { kind: 'linked', on, key, content: linked(later.statement) }
    case 'reported':
      return { kind: 'reported', on, key, content: reported(later.report) }
  }
}

const strong = (words: string) => <strong className="font-semibold">{words}</strong>

const saidAgain = (place: PublicOccurrence): Entry => ({
  what: place.isOwnVoice || !place.speakerText ? 'Said again' : `Said again by ${place.speakerText}`,
  isMain: false,
  detail: (
    <Quoted
      quote={place.quote}
      article={place.article}
      more={[place.relayText && `through ${place.relayText}`, place.certaintyWords && `“${place.certaintyWords}”`]}
    />
  ),
})

const RELATION_LEADS: Record<StatementRelation, string> = {
  narrows: 'Narrowed',
  moves: 'Moved',
  updates: 'Updated',
  contradicts: 'Contradicted',
  repeats: 'Repeated',
  'narrowed by': 'This one narrows',
  'moved by': 'This one moves',
  'updated by': 'This one updates',
  'contradicted by': 'This one contradicts',
  'repeated by': 'This one repeats',
  'further away': 'Another prediction of the same event',
}

const linked = ({ path, statement, relation, speaker, window, place }: LinkedStatement): Entry => ({
  what: (
    <>
      {strong(RELATION_LEADS[relation])}: <a href={path}>{statement}</a>
    </>
  ),
  isMain: false,
  detail: (
    <div className="flex flex-col gap-2">
      {speaker || window ? (
        <p className="text-13">
          {speaker ? `Said by ${speaker}` : ''}
          {speaker && window ? '; ' : ''}
          {window ? (
            <>
              due <WindowText window={window} />
            </>
          ) : null}
        </p>
      ) : null}
      {place ? <Quoted quote={place.quote} article={place.article} /> : null}
    </div>
  ),
})

const REPORT_LEADS: Record<LaterReport['relation'], string> = {
  narrows: 'Narrowed',
  moves: 'Moved',
  confirms: 'Confirmed',
  contradicts: 'Contradicted',
}

const reported = ({ relation, words, quote, article }: LaterReport): Entry => ({
  what: (
    <>
      {strong(REPORT_LEADS[relation])}: {article.publisher.name} {words}
    </>
  ),
  isMain: false,
  detail: <Quoted quote={quote} article={article} />,
})

/** A short quote with its article, and what else is known of it. */
export function Quoted({
  quote,
  article,
  more = [],
}: {
  quote: string
  article: PublicArticle
  more?: (string | null | undefined)[]
}) {
  const meta = [article.publishedOn && formatDay(article.publishedOn), ...more].filter(Boolean).join(' · ')
  return (
    <Excerpt
      quote={shortQuote(quote)}
      source={article.title}
      href={article.url ?? undefined}
      meta={
        <>
          <a href={`/publishers/${article.publisher.slug}`} className="inline-flex min-h-6 items-center">
            {article.publisher.name}
          </a>
          {meta ? `, ${meta}` : ''}
        </>
      }
    />
  )
}
