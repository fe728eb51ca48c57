import Link from 'next/link'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { ActionForm, type FormAction, SubmitButton } from '@/app/_ui/action-form'
import { type ButtonProps, LinkButton } from '@/app/_ui/button'
import { DayText, WindowText } from '@/app/_ui/days'
import { Tag, type TagTone } from '@/app/_ui/tag'
import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import { saysAnotherWindow } from '@/lib/predictions/present'
import type { NewsItem } from '@/lib/predictions/queries/news'
import type { NewsRelation } from '@/lib/predictions/schema'
import { dismissNewsAction, reopenNewsAction, takeNewsAsEvidenceAction, takeNewsAsSourceAction } from '../news/actions'

const RELATIONS: Record<NewsRelation, { words: string; tone: TagTone }> = {
  narrows: { words: 'Narrows', tone: 'accent' },
  moves: { words: 'Moves', tone: 'watch' },
  confirms: { words: 'Confirms', tone: 'good' },
  contradicts: { words: 'Contradicts', tone: 'bad' },
}

const DECIDED = {
  open: '',
  taken_as_evidence: 'Taken as evidence',
  taken_as_source: 'Taken as the source of an outcome',
  taken_as_prediction: 'Taken as a prediction of its own',
  dismissed: 'Dismissed',
}

type NewsItemProps = {
  item: NewsItem
  /** On the list of all news the prediction is named, on its own page it is not. */
  at: 'list' | 'page'
  today: Day
  mayDecide: boolean
}

/** What a later article says of a prediction: the words for it, the place, both windows on one axis, and what may be done. */
export function NewsListItem({ item, at, today, mayDecide }: NewsItemProps) {
  const { id, relation, words, quote, candidateId, article } = item
  const place = candidateId === null ? '' : `?c=${candidateId}#claim-${candidateId}`
  return (
    <li
      data-news={id}
      data-state={item.state}
      className="flex flex-col gap-3 border-transparent border-l-2 py-5 pl-4 data-lit:border-accent data-lit:bg-sunk"
    >
      <div className="flex flex-col gap-1">
        {at === 'list' ? <About item={item} /> : null}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Tag tone={RELATIONS[relation].tone}>{RELATIONS[relation].words}</Tag>
          <span className="font-medium">This newer article {words}</span>
        </p>
      </div>
      <figure className="max-w-measure">
        <blockquote className="font-serif text-17">“{quote}”</blockquote>
        <figcaption className="mt-1 text-13 text-ink-soft">
          <Link href={`/desk/articles/${article.id}${place}`} data-open-link>
            {article.title}
          </Link>
          , {article.publisherName}
          {article.publishedOn ? (
            <>
              , <DayText day={article.publishedOn} />
            </>
          ) : null}
        </figcaption>
      </figure>
      <Windows item={item} today={today} />
      {item.state === 'open' ? (
        mayDecide && <Decisions item={item} at={at} />
      ) : (
        <Decided item={item} at={at} mayDecide={mayDecide} />
      )}
    </li>
  )
}

const About = ({ item: { claimId, shortForm, window } }: { item: NewsItem }) => (
  <p className="text-15">
    <Link href={`/desk/predictions/${claimId}#news`} className="link-quiet font-serif text-17">
      {shortForm}
    </Link>
    {window ? (
      <span className="text-13 text-ink-soft">
        {' '}
        · due <WindowText window={window} />
      </span>
    ) : null}
  </p>
)

/** Where what is said to have happened lies to the window: drawn as an outcome would be. */
const lies = (stated: Window, window: Window): 'early' | 'late' | 'came_true' =>
  stated.to < window.from ? 'early' : stated.from > window.to ? 'late' : 'came_true'

/** The frozen window, and below it what is said now; nothing where no window is said. */
function Windows({
  item: { id, saidOn, window, stated, hasHappened, article },
  today,
}: {
  item: NewsItem
  today: Day
}) {
  if (saidOn === null || window === null || stated === null || article.publishedOn === null) return null
  const was = { id: `was-${id}`, saidOn, window, graceDays: 0, certainty: null }
  const now = { id: `now-${id}`, saidOn: article.publishedOn, window: stated, graceDays: 0, certainty: null }
  return (
    <div className="max-w-measure">
      <WindowBar
        size="row"
        today={today}
        predictions={hasHappened ? [{ ...was, outcome: stated, resolution: lies(stated, window) }] : [was, now]}
      />
    </div>
  )
}

function Decisions({ item, at }: Pick<NewsItemProps, 'item' | 'at'>) {
  const { id } = item
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Decision
        id={id}
        at={at}
        to="evidence"
        action={takeNewsAsEvidenceAction}
        shortcut="news-evidence"
        variant="primary"
      >
        Take as evidence
      </Decision>
      <Decision id={id} at={at} to="source" action={takeNewsAsSourceAction} shortcut="news-source">
        Record an outcome
      </Decision>
      {saysAnotherWindow(item) ? (
        <LinkButton
          href={`/desk/predictions/${item.claimId}/another-window?said=news:${id}`}
          variant="secondary"
          size="small"
          data-do="prediction"
        >
          Another prediction
          <span className="max-sm:hidden">
            <Shortcut id="news-prediction" />
          </span>
        </LinkButton>
      ) : null}
      <Decision id={id} at={at} to="dismiss" action={dismissNewsAction} shortcut="news-dismiss">
        Dismiss
      </Decision>
    </div>
  )
}

function Decision<T>({
  id,
  at,
  to,
  action,
  shortcut,
  variant = 'secondary',
  children,
}: {
  id: string
  at: 'list' | 'page'
  to: string
  action: FormAction<T>
  shortcut: KeyActionId
  variant?: ButtonProps['variant']
  children: string
}) {
  return (
    <ActionForm action={action} id={`news-${to}-${id}`} data-do={to} className="gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="at" value={at} />
      <SubmitButton variant={variant} size="small">
        {children}
        <span className="max-sm:hidden">
          <Shortcut id={shortcut} />
        </span>
      </SubmitButton>
    </ActionForm>
  )
}

function Decided({ item: { id, state, decidedByName, outcomeId }, at, mayDecide }: Omit<NewsItemProps, 'today'>) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-15 text-ink-soft">
      <p>
        {DECIDED[state]} by {decidedByName}
        {outcomeId ? (
          <>
            {': '}
            <Link href={`/desk/outcomes/${outcomeId}`}>open the outcome</Link>
          </>
        ) : null}
      </p>
      {mayDecide ? <TakeBack id={id} at={at} /> : null}
    </div>
  )
}

/** Takes a decision back; what it put on the claim goes too. */
export const TakeBack = ({ id, at }: { id: string; at: 'list' | 'page' }) => (
  <Decision id={id} at={at} to="undo" action={reopenNewsAction} shortcut="news-undo">
    Undo
  </Decision>
)
