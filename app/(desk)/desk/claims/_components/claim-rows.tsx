'use client'

import Link from 'next/link'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import { PresentNames } from '@/app/_parts/presence/present-names'
import { Seal } from '@/app/_parts/seal/seal'
import { DayText } from '@/app/_ui/days'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import { counted } from '@/lib/core/counts'
import type { Day } from '@/lib/core/days'
import type { ClaimView } from '@/lib/desk/schema/queues'
import { dueWords } from '@/lib/predictions/rules/watch'
import type { ListedClaim } from '@/lib/verdicts/queries/claim-list'

type RowProps = {
  claim: ListedClaim
  zone: string
  today: Day
  view: ClaimView
  present: readonly string[]
  isChosen: boolean
  /** Null for whoever may not change many at once. */
  onChoose: ((id: string, toHere: boolean) => void) | null
}

/** A claim in the ledger: statement, who said it, where its verdict stands. */
export function ClaimRow({ claim, zone, today, view, present, isChosen, onChoose }: RowProps) {
  const { id, kind, statement, speakerName, occurrences, evidence, topics } = claim
  const href = view === 'due' ? `/desk/predictions/${id}` : `/desk/claims/${id}`
  return (
    <li data-claim={id} className="flex gap-3 border-rule border-b py-4">
      {onChoose ? (
        <label className="-m-2 flex h-9 cursor-pointer items-start p-2">
          <input
            type="checkbox"
            name="ids[]"
            value={id}
            checked={isChosen}
            onChange={() => {}}
            onClick={(event) => onChoose(id, event.shiftKey)}
            className="tick size-5 shrink-0 rounded-s"
          />
          <span className="sr-only">Select: {statement}</span>
        </label>
      ) : null}
      <div className="grid min-w-0 flex-1 gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)]">
        <div className="flex min-w-0 flex-col gap-1">
          <Link href={href} className="link-quiet w-fit font-serif text-17" data-open-link>
            {statement}
          </Link>
          <p className="flex flex-wrap gap-x-3 gap-y-1 text-13 text-ink-soft">
            <KindTag kind={kind} />
            <span>{speakerName ?? 'the publisher itself'}</span>
            <span>{counted(occurrences, 'place', 'places')}</span>
            <span>{counted(evidence, 'piece of evidence', 'pieces of evidence')}</span>
            {topics.map((topic) => (
              <Tag key={topic}>{topic}</Tag>
            ))}
          </p>
          <PresentNames names={present} />
        </div>
        <Standing claim={claim} zone={zone} today={today} view={view} />
      </div>
    </li>
  )
}

function Standing({
  claim: { state, rating, version, assigneeName, recheckOn, due },
  zone,
  today,
  view,
}: Pick<RowProps, 'claim' | 'zone' | 'today' | 'view'>) {
  const shown = rating ?? version?.rating ?? null
  return (
    <div className="flex flex-col gap-1 text-13">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateTag state={state} />
        {shown ? (
          <span className="inline-flex items-center gap-1.5 font-medium">
            <Seal rating={{ ...shown, best: rating?.best ?? undefined, worst: rating?.worst ?? undefined }} size={20} />
            {shown.label}
            {rating ? null : <span className="font-normal text-ink-soft">(draft)</span>}
          </span>
        ) : null}
      </p>
      {view === 'due' && due ? (
        <p className="font-medium">{dueWords({ dueTo: due.to, graceDays: due.graceDays }, today)}</p>
      ) : null}
      {view === 'recheck' && recheckOn ? (
        <p className="font-medium">
          To be looked at again since <DayText day={recheckOn} />
        </p>
      ) : null}
      {version?.submitted ? (
        <p>
          {rating ? 'Correction submitted' : 'Submitted'} by {version.submitted.by}{' '}
          <Timestamp at={version.submitted.at} zone={zone} className="text-ink-soft" />
        </p>
      ) : version?.sentBack ? (
        <p>
          Sent back by {version.sentBack.by}: <span className="text-ink-soft">{version.sentBack.reason}</span>
        </p>
      ) : version ? (
        <p className="text-ink-soft">
          {rating ? 'Correction' : 'Draft'} of {version.authorName}
        </p>
      ) : null}
      {assigneeName ? <p>Assigned to {assigneeName}</p> : null}
    </div>
  )
}
