import Link from 'next/link'
import type { ReactNode } from 'react'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import { WindowText } from '@/app/_ui/days'
import { EmptyState } from '@/app/_ui/page-parts'
import type { Proposals } from '@/lib/claims/queries/matching'
import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { readerAddress } from './address'

/** The claims of the text in its order; the open one shows its panel in place. */
export function CandidateList({
  articleId,
  version,
  candidates,
  proposals,
  openId,
  panel,
  note,
}: {
  articleId: string
  version: number | undefined
  candidates: ReaderCandidate[]
  proposals: ReadonlyMap<string, Proposals>
  openId: string | undefined
  panel: ReactNode
  /** Why nothing could be found, when that is known. */
  note: string | null
}) {
  if (candidates.length === 0)
    return (
      <EmptyState>{note ?? 'No claim was found here.'} Select words in the text to make a claim by hand.</EmptyState>
    )
  return (
    <ol className="flex flex-col divide-y divide-rule border-rule border-y" data-candidates>
      {candidates.map((candidate) => (
        <li
          key={candidate.id}
          id={`claim-${candidate.id}`}
          data-candidate={candidate.id}
          data-state={candidate.state}
          data-claim={candidate.claim?.id}
          data-open={candidate.id === openId || undefined}
          className="border-l-4 border-l-transparent py-3 pr-2 pl-3 transition-colors data-lit:bg-accent-wash data-open:border-l-accent data-open:bg-raised"
        >
          <Line
            candidate={candidate}
            href={readerAddress({ articleId, version, candidate: candidate.id })}
            known={proposals.get(candidate.id)}
            isOpen={candidate.id === openId}
          />
          {candidate.id === openId ? panel : null}
        </li>
      ))}
    </ol>
  )
}

function Line({
  candidate,
  href,
  known,
  isOpen,
}: {
  candidate: ReaderCandidate
  href: string
  known: Proposals | undefined
  isOpen: boolean
}) {
  const isRejected = candidate.state === 'rejected'
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-soft">
        <KindTag kind={candidate.kind} />
        {candidate.state === 'new' ? null : <StateTag state={candidate.state} />}
        {ORIGINS[candidate.origin]}
        {candidate.carriedFrom ? <span>since version {candidate.carriedFrom}</span> : null}
        {candidate.due ? <WindowText window={candidate.due} className="font-medium text-ink" /> : null}
        {candidate.state === 'new' ? <KnownWords known={known} /> : null}
        {candidate.hasDifference ? <span className="font-medium text-accent">newer rules differ</span> : null}
      </div>
      <Link
        href={href}
        scroll={false}
        data-open-link
        aria-current={isOpen ? 'true' : undefined}
        className={`statement text-15 text-ink no-underline hover:underline ${isRejected ? 'text-ink-faint line-through' : ''} ${isOpen ? '' : 'line-clamp-3'}`}
      >
        {candidate.quote}
      </Link>
      <p className="text-13 text-ink-soft">
        {candidate.speakerText ?? 'The publisher itself'}
        {candidate.relayText ? `, passed on by ${candidate.relayText}` : ''}
      </p>
    </div>
  )
}

const ORIGINS: Record<ReaderCandidate['origin'], string> = {
  extractor: '',
  person: 'by hand',
  model: 'proposed by a language model',
}

/** That another article made this claim already, told before the candidate is opened. */
function KnownWords({ known }: { known: Proposals | undefined }) {
  if (known?.claims[0]?.isCopy) return <span className="font-medium text-accent">copy of a known claim</span>
  if (known?.claims[0]?.match.verdict === 'same') return <span className="font-medium text-accent">known claim</span>
  if (known?.claims.length) return <span>similar to a known claim</span>
  if (known?.twins.length) return <span>also in {known.twins[0]?.publisher}</span>
  return null
}
