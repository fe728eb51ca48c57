import { Differences } from '@/app/(desk)/_components/differences'
import { canTriage } from '@/lib/claims/policy'
import { listClaimLinks, listLinkSuggestions, searchClaims } from '@/lib/claims/queries'
import { getDecidedDifference, listDifferences } from '@/lib/claims/queries/differences'
import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { listSpeakerProposals } from '@/lib/claims/queries/speakers'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import type { Reader, ReaderQuery } from '../reading'
import { acceptDefaults } from './accept-defaults'
import { AcceptForm } from './accept-form'
import { type Doing, readerAddress } from './address'
import { CandidatePanel } from './candidate-panel'
import { CopyForm, RejectForm } from './decision-forms'
import { LinkSuggestions } from './link-suggestions'
import { MergePanel } from './merge-panel'
import { OthersRuled } from './others-ruled'

type OpenProps = { ctx: Context; reader: Reader; candidate: ReaderCandidate; query: ReaderQuery; zone: string }

/** The open candidate: facts, moves, and the form of the move in the address. */
export async function OpenCandidate({ ctx, reader, candidate, query, zone }: OpenProps) {
  const { article, isCurrent, snapshot } = reader
  const version = isCurrent ? undefined : snapshot.ordinal
  const today = dayInZone(ctx.now, zone)
  const claimId = candidate.kind === 'prediction' ? candidate.claim?.id : undefined
  return (
    <CandidatePanel
      candidate={candidate}
      body={snapshot.body}
      publishedOn={article.publishedOn}
      today={today}
      mayTriage={canTriage(ctx.actor)}
      doing={query.do}
      hrefFor={(doing: Doing) => readerAddress({ articleId: article.id, version, candidate: candidate.id, doing })}
      differences={
        <>
          <Differences
            key={candidate.id}
            differences={candidate.hasDifference ? await listDifferences(ctx, { candidateId: candidate.id }) : []}
            decided={await getDecidedDifference(ctx, { candidateId: candidate.id })}
            mayDecide={canTriage(ctx.actor)}
          />
          <OthersRuled ctx={ctx} candidateId={candidate.id} />
        </>
      }
      copy={<CopyMove ctx={ctx} reader={reader} candidate={candidate} query={query} zone={zone} />}
      form={<MoveForm ctx={ctx} reader={reader} candidate={candidate} query={query} zone={zone} />}
      after={
        claimId ? (
          <LinkSuggestions
            claimId={claimId}
            links={await listClaimLinks(ctx, claimId)}
            suggestions={await listLinkSuggestions(ctx, claimId)}
            today={today}
          />
        ) : null
      }
    />
  )
}

/** Where an article of the same story made a claim of these very words, that is offered before all else. */
function CopyMove({ ctx, reader, candidate }: OpenProps) {
  const copies = reader.proposals.get(candidate.id)?.claims.filter(({ isCopy }) => isCopy) ?? []
  const [copy] = copies
  if (!copy || copies.length > 1 || !canTriage(ctx.actor) || candidate.state !== 'new') return null
  const { claimId, shortForm } = copy
  return (
    <CopyForm
      key={candidate.id}
      candidateId={candidate.id}
      claimId={claimId}
      shortForm={shortForm}
      next={nextAddress(reader, candidate)}
    />
  )
}

function nextAddress({ article, isCurrent, snapshot, candidates }: Reader, candidate: ReaderCandidate): string {
  const version = isCurrent ? undefined : snapshot.ordinal
  const following = nextUndecided(candidates, candidate) ?? candidate
  return readerAddress({ articleId: article.id, version, candidate: following.id })
}

async function MoveForm({ ctx, reader, candidate, query }: OpenProps) {
  if (!canTriage(ctx.actor) || candidate.state !== 'new') return null
  const { article, isCurrent, snapshot } = reader
  const version = isCurrent ? undefined : snapshot.ordinal
  const stay = readerAddress({ articleId: article.id, version, candidate: candidate.id })
  const next = nextAddress(reader, candidate)
  if (query.do === 'reject') return <RejectForm key={candidate.id} candidateId={candidate.id} next={next} />
  if (query.do === 'merge') {
    return (
      <MergePanel
        articleId={article.id}
        candidateId={candidate.id}
        proposals={reader.proposals.get(candidate.id) ?? { claims: [], twins: [] }}
        query={query.q ?? ''}
        found={query.q ? await searchClaims(ctx, query.q) : null}
        next={next}
      />
    )
  }
  if (query.do !== 'accept') return null
  const { speakerText, kind } = candidate
  const speakers = speakerText === null ? [] : ((await listSpeakerProposals(ctx, [speakerText])).get(speakerText) ?? [])
  // an accepted prediction stays open, so that its links to others of the event are seen
  const after = kind === 'prediction' ? stay : next
  return (
    <AcceptForm
      key={candidate.id}
      defaults={acceptDefaults(candidate, speakers, article.publisher.name)}
      next={after}
    />
  )
}

/** The next one in the text that waits for a decision, from the top again at the end. */
function nextUndecided(candidates: readonly ReaderCandidate[], current: ReaderCandidate): ReaderCandidate | undefined {
  const waiting = candidates.filter((candidate) => candidate.state === 'new' && candidate.id !== current.id)
  return waiting.find((candidate) => candidate.start >= current.start) ?? waiting[0]
}
