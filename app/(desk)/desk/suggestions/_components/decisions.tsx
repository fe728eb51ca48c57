import Link from 'next/link'
import type { ReactNode } from 'react'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import { Button } from '@/app/_ui/button'
import { buttonClasses } from '@/app/_ui/button-styles'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import type { ClaimSummary } from '@/lib/claims/queries'
import type { SuggestionDetail } from '@/lib/desk/queries/suggestions'
import { lookAtSuggestionAction, markSpamAction, putBackSuggestionAction, takeUpSuggestionAction } from '../actions'
import { DeclineForm } from './decline-form'
import { MoveForm } from './move-form'

type Props = { suggestion: SuggestionDetail; mayImport: boolean; words: string; found: ClaimSummary[] }

/** What can be decided about a suggestion in its state. */
export function Decisions({ suggestion, mayImport, words, found }: Props) {
  const { id, state, revision, url } = suggestion
  const hidden = { suggestionId: id, revision }
  if (state !== 'received' && state !== 'looked_at')
    return <MoveForm id="put-back" action={putBackSuggestionAction} hidden={hidden} label="Take this decision back" />
  return (
    <div className="flex max-w-page flex-col gap-8">
      <div className="flex flex-wrap gap-3">
        {state === 'received' ? (
          <MoveForm
            id="look"
            action={lookAtSuggestionAction}
            hidden={hidden}
            label="I’ll look at it"
            variant="primary"
          />
        ) : (
          <MoveForm id="put-back" action={putBackSuggestionAction} hidden={hidden} label="Put it back" />
        )}
        <MoveForm id="spam" action={markSpamAction} hidden={hidden} label="It is spam" />
      </div>
      <Step id="bring-in" title="Bring the article in">
        <BringIn url={url} mayImport={mayImport} />
      </Step>
      <Step id="take-up" title="Take it up">
        <p>Accept the claim in its article first, then choose it here; or a claim that is there already.</p>
        <form action={`/desk/suggestions/${id}`} className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1 basis-56 sm:max-w-measure">
            <label htmlFor="find" className={labelClasses}>
              Look for the claim
            </label>
            <input id="find" name="find" type="search" defaultValue={words} maxLength={300} className={inputClasses} />
          </div>
          <Button type="submit">Search</Button>
        </form>
        {found.length === 0 ? <p className="text-ink-soft">No claim says nearly this. Try fewer words.</p> : null}
        <ul className="flex flex-col divide-y divide-rule border-rule border-y empty:hidden">
          {found.slice(0, 8).map((claim) => (
            <li key={claim.id} className="flex flex-col gap-2 py-3">
              <div className="flex flex-wrap gap-x-3">
                <KindTag kind={claim.kind} />
                <StateTag state={claim.state} />
              </div>
              <Link href={`/desk/claims/${claim.id}`} className="statement text-ink no-underline hover:underline">
                {claim.statement}
              </Link>
              <MoveForm
                id={`take-${claim.id}`}
                action={takeUpSuggestionAction}
                hidden={{ ...hidden, claimId: claim.id }}
                label="It became this claim"
                about={claim.shortForm}
              />
            </li>
          ))}
        </ul>
      </Step>
      <Step id="decline-title" title="Do not take it up">
        <DeclineForm suggestionId={id} revision={revision} />
      </Step>
    </div>
  )
}

function Step({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-rule border-t pt-5">
      <h2 id={id} className="statement font-semibold text-21">
        {title}
      </h2>
      {children}
    </section>
  )
}

function BringIn({ url, mayImport }: { url: string | null; mayImport: boolean }) {
  if (!mayImport)
    return (
      <p className="text-ink-soft">
        Admins import articles.{' '}
        {url ? 'Give this address to one of them; the claims in it then appear for triage.' : ''}
      </p>
    )
  const query = url ? `=${encodeURIComponent(url)}` : ''
  return (
    <div className="flex flex-wrap gap-3">
      {url ? (
        <Link
          href={`/desk/articles/import/address?address${query}`}
          className={buttonClasses({ variant: 'secondary' })}
        >
          Import its address
        </Link>
      ) : null}
      <Link
        href={`/desk/articles/import${url ? `?url${query}` : ''}`}
        className={buttonClasses({ variant: 'secondary' })}
      >
        Paste its text
      </Link>
    </div>
  )
}
