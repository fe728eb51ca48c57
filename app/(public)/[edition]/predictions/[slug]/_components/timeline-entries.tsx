import type { ReactNode } from 'react'
import { Excerpt } from '@/app/_parts/record/excerpt'
import { WindowText } from '@/app/_ui/days'
import { addDays, dayInZone } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { outcomeDaysWords, RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { PublicPrediction } from '@/lib/predictions/queries/public'
import { shortQuote } from '@/lib/publishing/present'
import type { LinkedStatement, StatementRelation } from '@/lib/publishing/queries/later-statements'
import type { PredictionPage, PublicOccurrence } from '@/lib/publishing/queries/prediction-page'
import type { TimelineItem } from '@/lib/publishing/rules/prediction-timeline'

/** What the timeline shows of one thing that happened. */
export type Entry = { what: ReactNode; detail?: ReactNode; isMain: boolean }
type Item = TimelineItem<Entry>

export const entriesOf = (page: PredictionPage): Item[] => [
  ...sayings(page),
  ...page.statements.map(linkedEntry),
  ...workEntries(page),
  ...windowEntries(page.prediction),
  ...outcomeEntries(page),
]

const strong = (words: ReactNode) => <strong className="font-semibold">{words}</strong>

function sayings({ prediction, occurrences, isFirstHidden }: PredictionPage): Item[] {
  // what others said must not stand under who said it first
  const first = isFirstHidden ? undefined : occurrences[0]
  const later = first ? occurrences.slice(1) : occurrences
  const said: Item = {
    kind: 'said',
    on: prediction.saidOn ?? first?.article.publishedOn ?? null,
    key: 'said',
    content: {
      what: strong('Said'),
      isMain: true,
      detail: first ? (
        <Quoted place={first} certainty={certaintyWords(prediction)} speaker={prediction.speaker?.name} />
      ) : null,
    },
  }
  const again = later.map(
    (place, index): Item => ({
      kind: 'said_again',
      on: place.article.publishedOn,
      key: `again ${index}`,
      content: {
        what: place.isOwnVoice ? 'Said again' : `Said again${place.speakerText ? ` by ${place.speakerText}` : ''}`,
        isMain: false,
        detail: <Quoted place={place} certainty={place.certaintyWords && `“${place.certaintyWords}”`} />,
      },
    }),
  )
  return [said, ...again]
}

/** "“is expected to”, 80 %": the words and the probability that stands for them. */
function certaintyWords({ certaintyWords, certainty, isNegated }: PublicPrediction): string | null {
  if (certaintyWords === null) return null
  const stands = certainty === null ? 'no probability on our list' : `stands for ${Math.round(certainty * 100)} %`
  return `“${certaintyWords}” ${stands}${isNegated ? ', that it will not happen' : ''}`
}

function Quoted({
  place: { quote, speakerText, relayText, article },
  certainty,
  speaker,
}: {
  place: Pick<PublicOccurrence, 'quote' | 'speakerText' | 'relayText' | 'article'>
  certainty?: string | null
  speaker?: string
}) {
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
          {article.publishedOn ? `, ${formatDay(article.publishedOn)}` : ''}
          {speakerText && speaker && speakerText !== speaker ? ` · attributed to “${speakerText}”` : ''}
          {relayText ? ` · through ${relayText}` : ''}
          {certainty ? ` · ${certainty}` : ''}
        </>
      }
    />
  )
}

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

function linkedEntry({ claimId, path, statement, relation, speaker, saidOn, window, place }: LinkedStatement): Item {
  return {
    kind: 'linked',
    on: saidOn,
    key: claimId,
    content: {
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
          {place ? (
            <Excerpt
              quote={shortQuote(place.quote)}
              source={place.title}
              href={place.url ?? undefined}
              meta={
                <a href={`/publishers/${place.publisher.slug}`} className="inline-flex min-h-6 items-center">
                  {place.publisher.name}
                </a>
              }
            />
          ) : null}
        </div>
      ),
    },
  }
}

function workEntries({ prediction: { openedAt, clarifications, undone, isTooVague }, zone }: PredictionPage): Item[] {
  return [
    {
      kind: 'opened',
      on: dayInZone(openedAt, zone),
      key: 'opened',
      content: {
        what: isTooVague ? 'Marked too vague to be scored' : 'Opened by us: criteria and window fixed and public',
        isMain: false,
      },
    },
    ...clarifications.map(
      ({ id, text, createdAt }): Item => ({
        kind: 'clarified',
        on: dayInZone(createdAt, zone),
        key: id,
        content: { what: 'Made clear', isMain: false, detail: <p className="whitespace-pre-line">{text}</p> },
      }),
    ),
    ...undone.map(
      ({ reason, undoneAt }): Item => ({
        kind: 'taken_back',
        on: dayInZone(undoneAt, zone),
        key: undoneAt.toISOString(),
        content: { what: strong('The resolution was taken back'), isMain: false, detail: <p>{reason}</p> },
      }),
    ),
  ]
}

function windowEntries({ window, graceDays }: PublicPrediction): Item[] {
  if (window === null) return []
  const entry = (kind: 'window_begins' | 'window_ends' | 'grace_ends', on: string, what: string): Item => ({
    kind,
    on,
    key: kind,
    content: { what, isMain: kind !== 'grace_ends' },
  })
  const grace = graceDays > 0 ? [entry('grace_ends', addDays(window.to, graceDays), 'The days of grace end')] : []
  if (window.from === window.to) return [entry('window_begins', window.from, 'The day on which it is due'), ...grace]
  return [
    entry('window_begins', window.from, 'Its window begins'),
    entry('window_ends', window.to, 'Its window ends'),
    ...grace,
  ]
}

function outcomeEntries({ prediction: { outcome, resolution }, zone }: PredictionPage): Item[] {
  const happened: Item[] =
    outcome?.days && outcome.hasHappened
      ? [
          {
            kind: 'happened',
            on: outcome.days.from,
            key: 'happened',
            content: {
              what: strong(outcome.statement),
              isMain: true,
              detail: outcome.days.precision === 'day' ? null : <p>{outcomeDaysWords(outcome.days)}</p>,
            },
          },
        ]
      : []
  if (resolution === null) return happened
  const settled: Item = {
    kind: 'settled',
    on: dayInZone(resolution.resolvedAt, zone),
    key: 'settled',
    content: {
      what: <>Settled: {strong(RESOLUTION_WORDS[resolution.kind].toLowerCase())}</>,
      isMain: true,
      detail: <p>{resolution.reason}</p>,
    },
  }
  return [...happened, settled]
}
