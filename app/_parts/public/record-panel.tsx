import type { ReactNode } from 'react'
import { counted } from '@/lib/core/counts'
import { formatDay } from '@/lib/core/windows'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import { heldUpWords, holdsMore } from '@/lib/predictions/present/records'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { cx } from '../../_ui/classes'
import { IntervalBar } from '../record/interval-bar'
import { ResolutionBadge } from '../window-bar/resolution-badge'

const COUNTED = ['came_true', 'early', 'late', 'partly', 'did_not_happen'] as const
const OUT = ['void', 'too_vague'] as const

/** Why no rate is shown, in words; null where one is. */
function withheldWords({ withheld, n, unresolved, minimumN, maxUnresolved }: TrackRecord): string | null {
  switch (withheld) {
    case null:
      return null
    case 'nothing_closed':
      return 'No window has closed yet, so there is nothing to count.'
    case 'none_settled':
      return `${counted(unresolved, 'window')} closed, and none of it is settled yet: nothing to count.`
    case 'below_minimum':
      return `${counted(n, 'outcome')} so far: too few for a rate, which is shown from ${minimumN}.`
    case 'too_many_unresolved':
      return `${counted(unresolved, 'window')} closed without a resolution, more than ${Math.round(maxUnresolved * 100)} % of all: no rate until they are settled.`
  }
}

/**
 * A track record, told honestly: the rate with its interval where it may be shown, else why not; always the counts, what is
 * closed but unresolved, and the as-of day. Each count leads to the list that it is of; `filter` is the ledger's for whom the
 * record is of.
 */
export function RecordPanel({
  record,
  filter,
  title,
  base,
  isWide = false,
}: {
  record: TrackRecord
  filter: Partial<LedgerFilter>
  title?: string
  /** A rate to compare with. */
  base?: { rate: number; label: string }
  /** Over a whole column: the counts stand side by side. */
  isWide?: boolean
}) {
  return (
    <div className="flex flex-col gap-4">
      {title ? <h3 className="label-caps">{title}</h3> : null}
      {record.rate ? (
        <IntervalBar
          {...{ rate: record.rate.value, low: record.rate.low, high: record.rate.high, n: record.n, base }}
          href={record.n === record.predictions ? ledgerPath({ ...filter, standing: 'counted' }) : undefined}
        />
      ) : (
        <p className="text-15 text-ink-soft">{withheldWords(record)}</p>
      )}
      <Counts record={record} filter={filter} isWide={isWide} />
      <HeldUp record={record} />
      <Brier record={record} filter={filter} />
      <Beside record={record} filter={filter} />
      <OpenedLate record={record} filter={filter} />
      <Shares record={record} filter={filter} />
    </div>
  )
}

type Part = { record: TrackRecord; filter: Partial<LedgerFilter> }

function Counts({ record, filter, isWide }: Part & { isWide: boolean }) {
  const rows = [
    ...COUNTED.map((kind) => ({ kind, standing: 'counted' as const })),
    ...OUT.map((kind) => ({ kind, standing: 'out' as const })),
  ].filter(({ kind }) => record.counts[kind] > 0)
  if (rows.length === 0) return null
  return (
    <dl
      className={cx(
        'border-rule border-t text-15 [&>div]:border-rule [&>div]:border-b',
        isWide && 'gap-x-10 sm:grid sm:grid-cols-2',
      )}
    >
      {rows.map(({ kind, standing }) => (
        <div key={kind} className="flex items-baseline justify-between gap-4 py-1.5">
          <dt>
            <ResolutionBadge kind={kind} />
          </dt>
          <dd className="tabular-nums [&>a]:min-w-6 [&>a]:text-right">
            <ListLink filter={{ ...filter, resolution: kind, standing }} what={RESOLUTION_WORDS[kind].toLowerCase()}>
              {record.counts[kind].toLocaleString('en')}
            </ListLink>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A figure that leads to the list it counts. `what`: of what, for who hears links alone. */
function ListLink({ filter, what, children }: { filter: Partial<LedgerFilter>; what?: string; children: ReactNode }) {
  return (
    <a href={ledgerPath(filter)} className="-my-1 inline-block py-1">
      {children}
      {what ? <span className="sr-only"> {what}</span> : null}
    </a>
  )
}

/** Said only where the newsroom counts more than "came true". */
function HeldUp({ record: { heldUp } }: { record: TrackRecord }) {
  return holdsMore(heldUp) ? <p className="text-13 text-ink-soft">Held up means here: {heldUpWords(heldUp)}.</p> : null
}

/** "0.16" */
const score = (value: number): string => value.toFixed(2)

/** Of those whose words have a probability; where several came of one outcome, how many they are is said beside n. */
function Brier({ record: { brier }, filter }: Part) {
  if (brier === null) return null
  const { n, predictions, score: own, baseScore } = brier
  const gap = baseScore - own
  const beside = score(own) === score(baseScore) ? 'as good as' : gap > 0 ? 'better than' : 'worse than'
  const list = { ...filter, standing: 'counted', certainty: 'listed' } as const
  return (
    <p className="text-13 text-ink-soft">
      <a href="/methodology#records">Brier score</a>{' '}
      <span className="font-semibold text-ink tabular-nums">{score(own)}</span>,{' '}
      {n === predictions ? (
        <ListLink filter={list}>n = {n}</ListLink>
      ) : (
        <>
          n = {n}, from <ListLink filter={list}>{counted(predictions, 'prediction')}</ListLink>
        </>
      )}{' '}
      (0 is best): {beside} {score(baseScore)}, the score of guessing each time by how often the others held up.
    </p>
  )
}

/** Said where some were chosen when their end could be known: the rate has them all the same. */
function OpenedLate({ record: { predictions, openedLate }, filter }: Part) {
  if (openedLate === 0) return null
  return (
    <p className="text-13 text-ink-soft">
      <ListLink filter={{ ...filter, standing: 'counted', opened: 'late' }}>
        {openedLate === predictions && predictions > 1 ? `All ${openedLate}` : openedLate.toLocaleString('en')}
        {predictions === 1 ? '' : ' of these'}
      </ListLink>{' '}
      {openedLate === 1 ? 'was opened after its' : 'were opened after their'} window had closed, when what came of{' '}
      {openedLate === 1 ? 'it' : 'them'} could be known
    </p>
  )
}

/** "2 void and 1 too vague of 31 opened": what is in no rate, and of how many. */
function Shares({ record: { shares }, filter }: Part) {
  if (shares.opened === 0) return null
  const parts = [
    { kind: 'void', n: shares.void, words: 'void' },
    { kind: 'too_vague', n: shares.tooVague, words: 'too vague' },
  ] as const
  const isNone = parts.every(({ n }) => n === 0)
  return (
    <p className="text-13 text-ink-soft">
      {isNone
        ? 'None void or too vague'
        : parts.map(({ kind, n, words }, index) => (
            <span key={kind}>
              {index > 0 ? ' and ' : ''}
              {n === 0 ? (
                `none ${words}`
              ) : (
                <ListLink filter={{ ...filter, standing: 'out', resolution: kind }}>
                  {n.toLocaleString('en')} {words}
                </ListLink>
              )}
            </span>
          ))}{' '}
      of{' '}
      {Object.keys(filter).length > 0 ? (
        <ListLink filter={filter}>{shares.opened.toLocaleString('en')} opened</ListLink>
      ) : (
        `${shares.opened.toLocaleString('en')} opened`
      )}
      {isNone ? '' : '; these are in no rate'}
    </p>
  )
}

/** What the rate leaves out, printed beside it. */
function Beside({ record, filter }: Part) {
  const { predictions, n, unresolved, stillOpen, asOfOn } = record
  return (
    <p className="text-13 text-ink-soft">
      {predictions > 0 ? (
        <>
          Counted:{' '}
          <ListLink filter={{ ...filter, standing: 'counted' }} what="that are counted">
            {counted(predictions, 'prediction')}
          </ListLink>{' '}
          {predictions === n ? '' : `of ${counted(n, 'separate outcome')} `}·{' '}
        </>
      ) : null}
      {unresolved > 0 ? (
        <ListLink filter={{ ...filter, standing: 'unresolved' }}>
          {counted(unresolved, 'window')} closed but unresolved
        </ListLink>
      ) : (
        'none closed but unresolved'
      )}{' '}
      ·{' '}
      {stillOpen > 0 ? (
        <ListLink filter={{ ...filter, standing: 'still_open' }}>{stillOpen} still open</ListLink>
      ) : (
        'none still open'
      )}{' '}
      · as of {formatDay(asOfOn)}
    </p>
  )
}
