import type { ReactNode } from 'react'
import { counted } from '@/lib/core/counts'
import { addDays, dayInZone } from '@/lib/core/days'
import { outcomeDaysWords, RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { PublicPrediction } from '@/lib/predictions/queries/public'
import type { PredictionPage } from '@/lib/publishing/queries/prediction-page'
import type { TimelineItem } from '@/lib/publishing/rules/prediction-timeline'
import { type Entry, Quoted, statementEntry } from './statement-entries'

type Item = TimelineItem<Entry>

export const entriesOf = (page: PredictionPage): Item[] => [
  said(page),
  ...page.later.shown.map(statementEntry),
  ...moreEntries(page),
  ...workEntries(page),
  ...windowEntries(page.prediction),
  ...sourceEntries(page.prediction),
  ...outcomeEntries(page),
]

const strong = (words: ReactNode) => <strong className="font-semibold">{words}</strong>

function said({ prediction, first }: PredictionPage): Item {
  const { speaker } = prediction
  const attributed = first?.speakerText && speaker && first.speakerText !== speaker.name ? first.speakerText : null
  return {
    kind: 'said',
    on: prediction.saidOn ?? first?.article.publishedOn ?? null,
    key: 'said',
    content: {
      what: strong('Said'),
      isMain: true,
      detail: first ? (
        <Quoted
          quote={first.quote}
          article={first.article}
          more={[
            attributed && `attributed to “${attributed}”`,
            first.relayText && `through ${first.relayText}`,
            certaintyWords(prediction),
          ]}
        />
      ) : null,
    },
  }
}

/** Where there are more than a timeline can hold, those between the first and the newest ones are a list of their own. */
function moreEntries({ claim, later: { more } }: PredictionPage): Item[] {
  if (more === null) return []
  return [
    {
      kind: 'more',
      on: more.from,
      key: 'more',
      content: {
        what: (
          <a href={`/predictions/${claim.slug}/statements`} className="font-medium">
            And {counted(more.count, 'more statement')} between the first and the newest ones
          </a>
        ),
        isMain: false,
      },
    },
  ]
}

/** "“is expected to”, 80 %": the words and the probability that stands for them. */
function certaintyWords({ certaintyWords, certainty, isNegated }: PublicPrediction): string | null {
  if (certaintyWords === null) return null
  const stands = certainty === null ? 'no probability on our list' : `stands for ${Math.round(certainty * 100)} %`
  return `“${certaintyWords}” ${stands}${isNegated ? ', that it will not happen' : ''}`
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

/** What the outcome rests on, each on the day on which it was published; the words stand in their own section. */
const sourceEntries = ({ outcome, resolution }: PublicPrediction): Item[] =>
  [...(outcome?.sources ?? []), ...(resolution?.sources ?? [])].flatMap(
    ({ title, publisherName, publishedOn }, index) =>
      publishedOn === null
        ? []
        : [
            {
              kind: 'reported',
              on: publishedOn,
              key: `source ${index}`,
              content: {
                what: (
                  <>
                    Reported{publisherName ? ` by ${publisherName}` : ''}: <a href="#outcome">{title}</a>
                  </>
                ),
                isMain: false,
              },
            } satisfies Item,
          ],
  )

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
