'use client'

import { type FormEvent, useState } from 'react'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { Button } from '@/app/_ui/button'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import type { ClaimSummary } from '@/lib/claims/queries'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import { ClaimLine, Reasons } from '../../articles/[id]/_components/merge-panel'
import { mergeAction } from '../../articles/[id]/actions'
import type { InboxDetails, InboxRow } from '../rows'
import { read } from './send'
import { TriageForm } from './triage-forms'
import type { Fields, Refusal } from './use-inbox'

type Props = {
  row: InboxRow
  details: InboxDetails | undefined
  /** What a search without JavaScript found. */
  found: ClaimSummary[] | null
  refusal?: Refusal
  onSend: (fields: Fields) => void
}

/** Known claims that say the same, with what speaks for and against it, by number; then a search over all claims. */
export function MergeTriage({ row, details, found: firstFound, refusal, onSend }: Props) {
  const [found, setFound] = useState(firstFound)
  const search = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    if (words === '') return
    const answer = await read<{ found: ClaimSummary[] }>(`/desk/inbox/${row.id}?q=${encodeURIComponent(words)}`)
    setFound(answer?.found ?? [])
  }
  const proposed = details?.proposals.claims ?? []
  const others = (found ?? []).filter(({ id }) => proposed.every(({ claimId }) => claimId !== id))
  return (
    <div className="flex flex-col gap-4" data-panel-form="merge">
      {details === undefined ? (
        <p className="text-ink-soft">Looking for claims that say the same …</p>
      ) : proposed.length === 0 ? (
        <p className="text-ink-soft">No known claim says nearly the same.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-rule border-rule border-y">
          {proposed.map((claim, index) => (
            <li key={claim.claimId} className="flex flex-col gap-2 py-3">
              <ClaimLine id={claim.claimId} kind={claim.kind} statement={claim.statement} speaker={claim.speakerName} />
              <Reasons match={claim.match} />
              <Same
                row={row}
                claim={{ id: claim.claimId, ...claim }}
                number={index + 1}
                refusal={refusal}
                onSend={onSend}
              />
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={search} className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="c" value={row.id} />
        <input type="hidden" name="do" value="merge" />
        <div className="min-w-0 flex-1 basis-48">
          <label htmlFor="claim-search" className={labelClasses}>
            Look for another claim
          </label>
          <input id="claim-search" name="q" type="search" className={inputClasses} autoComplete="off" />
        </div>
        <Button type="submit">Search</Button>
      </form>
      <div aria-live="polite">
        {found === null ? null : others.length === 0 ? (
          <p className="text-ink-soft">No further claim has these words. Try fewer, or accept it as a new claim.</p>
        ) : (
          <ul className="flex flex-col divide-y divide-rule border-rule border-y">
            {others.map((claim, index) => (
              <li key={claim.id} className="flex flex-col gap-2 py-3">
                <ClaimLine
                  id={claim.id}
                  kind={claim.kind}
                  statement={claim.statement}
                  speaker={claim.speaker?.name ?? null}
                />
                <Same row={row} claim={claim} number={proposed.length + index + 1} refusal={refusal} onSend={onSend} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function Same({
  row,
  claim,
  number,
  refusal,
  onSend,
}: Pick<Props, 'row' | 'refusal' | 'onSend'> & { claim: { id: string; shortForm: string }; number: number }) {
  const isTold = refusal?.kept?.claimId === claim.id
  return (
    <TriageForm
      id={`same-${claim.id}`}
      move="merge"
      action={mergeAction as Parameters<typeof TriageForm>[0]['action']}
      refusal={isTold ? refusal : undefined}
      onSend={onSend}
    >
      <input type="hidden" name="candidateId" value={row.id} />
      <input type="hidden" name="claimId" value={claim.id} />
      <div>
        <Button
          type="submit"
          size="small"
          aria-label={`Same claim: ${claim.shortForm}`}
          data-first={number === 1 || undefined}
          data-pick={number}
        >
          Same claim {number <= 7 ? <Shortcut id={`pick-${number}` as KeyActionId} /> : null}
        </Button>
      </div>
    </TriageForm>
  )
}
