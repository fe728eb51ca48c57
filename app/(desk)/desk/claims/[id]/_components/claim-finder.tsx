import Link from 'next/link'
import type { ReactNode } from 'react'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import { Button } from '@/app/_ui/button'
import { inputClasses } from '@/app/_ui/control-styles'
import type { ClaimSummary } from '@/lib/claims/queries'

/** A search for another claim, in the address so that it works as a plain form; `children` is what may be done with one. */
export function ClaimFinder({
  claimId,
  name,
  part,
  label,
  hint,
  words,
  proposed = '',
  found,
  children,
}: {
  claimId: string
  /** Of the parameter that carries the words. */
  name: string
  /** The part of the page to come back to. */
  part: string
  label: string
  hint?: string
  words: string
  /** Stands in the box before anything was looked for. */
  proposed?: string
  found: ClaimSummary[]
  children: (other: ClaimSummary) => ReactNode
}) {
  return (
    <div className="flex flex-col gap-3">
      <form method="get" action={`/desk/claims/${claimId}#${part}`} className="flex items-end gap-2">
        <label className="flex min-w-0 flex-1 flex-col gap-1 text-13">
          {label}
          {hint ? <span className="text-ink-soft">{hint}</span> : null}
          <input name={name} defaultValue={words || proposed} className={inputClasses} autoComplete="off" />
        </label>
        <Button type="submit" variant="secondary">
          Find
        </Button>
      </form>
      {words !== '' && found.length === 0 ? (
        <p className="text-ink-soft" role="status">
          No other claim has all of these words. Try fewer, or paste its address.
        </p>
      ) : null}
      <ul className="flex flex-col gap-4">
        {found.map((other) => (
          <li key={other.id} className="flex flex-col gap-1">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <Link href={`/desk/claims/${other.id}`}>{other.statement}</Link>
              <KindTag kind={other.kind} />
              <StateTag state={other.state} />
            </p>
            {children(other)}
          </li>
        ))}
      </ul>
    </div>
  )
}
