import { requireSnapshot } from '@/lib/articles/queries'
import { linkClaims } from '@/lib/claims/commands'
import { createCandidateFromSelection } from '@/lib/claims/commands/marking'
import { confirmAlias, makeSpeaker } from '@/lib/claims/commands/speakers'
import { setTopics } from '@/lib/claims/commands/topics'
import { acceptCandidate, mergeCandidate, rejectCandidate } from '@/lib/claims/commands/triage'
import { claimEvents } from '@/lib/claims/events'
import { listCandidates, type ReaderCandidate } from '@/lib/claims/queries/reader'
import { listWaitingAliases } from '@/lib/claims/queries/speakers'
import {
  type ClaimKind,
  type ClaimLinkKind,
  type RejectReason,
  SHORT_FORM_MAX,
  type SpeakerChoice,
} from '@/lib/claims/schema'
import type { Context } from '@/lib/core/context'
import type { PersonKey } from '../roster'
import { type Desk, later, type Step } from '../step'
import { placeOf } from './articles'

/** Words of an article's text: enough of a sentence to know the claim by. */
export type Place = { article: string; words: string }

export type Acceptance = Place & {
  /** What stories call the claim. */
  key: string
  kind: ClaimKind
  statement: string
  shortForm: string
  speaker: SpeakerChoice
  topics: readonly string[]
  at: Date
  by: PersonKey
}

export const person = (name: string): SpeakerChoice => ({ is: 'new', name, kind: 'person' })
export const organisation = (name: string): SpeakerChoice => ({ is: 'new', name, kind: 'organisation' })
export const UNNAMED: SpeakerChoice = { is: 'unnamed' }
export const OWN_VOICE: SpeakerChoice = { is: 'nobody' }

/** A claim from the extractor's candidate at those words; where it found none, somebody marks them by hand first. */
export function accept({ article, words, key, topics, at, by, ...claim }: Acceptance): Step[] {
  // months have names of different lengths: found by the test for every day of the year, not on one day by a user
  if (claim.shortForm.length > SHORT_FORM_MAX) throw new RangeError(`too long a short form: ${claim.shortForm}`)
  return [
    {
      key: `accept:${key}`,
      at,
      by,
      run: async (ctx, desk) => {
        const candidateId = await candidateAt(ctx, desk, { article, words }, claim.kind)
        return acceptCandidate(ctx, { candidateId, ...claim })
      },
    },
    {
      key: `topics:${key}`,
      at: later(at, 2),
      by,
      run: (ctx, desk) => setTopics(ctx, { claimId: claimOf(desk, key), topics: [...topics] }),
    },
  ]
}

/** Another article makes a known claim too. */
export const repeatOf = (key: string, place: Place, kind: ClaimKind, at: Date, by: PersonKey): Step => ({
  key: `merge:${key}:${place.article}:${place.words}`,
  at,
  by,
  run: async (ctx, desk) =>
    mergeCandidate(ctx, { candidateId: await candidateAt(ctx, desk, place, kind), claimId: claimOf(desk, key) }),
})

/** The rest of an article is gone through: what nobody accepted is rejected, each with a reason. */
export const finish = (article: string, at: Date, by: PersonKey): Step => ({
  key: `finish:${article}`,
  at,
  by,
  isRepeatable: true,
  run: async (ctx, desk) => {
    const all = await candidatesOf(ctx, desk, article)
    const taken = all.filter(({ state }) => state === 'accepted' || state === 'merged')
    for (const candidate of all.filter(({ state }) => state === 'new'))
      await rejectCandidate(ctx, { candidateId: candidate.id, reason: reasonFor(candidate, taken) })
  },
})

function reasonFor(candidate: ReaderCandidate, taken: readonly ReaderCandidate[]): RejectReason {
  const isPartOfOther = taken.some((other) => other.start < candidate.end && candidate.start < other.end)
  if (isPartOfOther) return 'repeated'
  if (candidate.kind === 'statement') return 'opinion'
  return candidate.quantities.length === 0 ? 'vague' : 'unimportant'
}

export const link = (from: string, kind: ClaimLinkKind, to: string, at: Date, by: PersonKey): Step => ({
  key: `link:${from}:${to}`,
  at,
  by,
  run: (ctx, desk) => linkClaims(ctx, { fromClaimId: claimOf(desk, from), toClaimId: claimOf(desk, to), kind }),
})

export const enterSpeaker = (
  speaker: { name: string; kind: 'person' | 'organisation'; description: string },
  at: Date,
): Step => ({ key: `speaker:${speaker.name}`, at, by: 'ingrid', run: (ctx) => makeSpeaker(ctx, speaker) })

/** An editor confirms every spelling that waits for one of these speakers. */
export const confirmSpellings = (names: readonly string[], at: Date): Step => ({
  key: `spellings:${names.join()}`,
  at,
  by: 'ingrid',
  isRepeatable: true,
  run: async (ctx) => {
    const waiting = (await listWaitingAliases(ctx)).filter(({ speaker }) => names.includes(speaker.name))
    for (const { id } of waiting) await confirmAlias(ctx, { aliasId: id })
  },
})

export const claimOf = (desk: Desk, key: string): string =>
  desk.told(`accept:${key}`, claimEvents, 'claim.accepted').entityId

async function candidatesOf(ctx: Context, desk: Desk, article: string): Promise<ReaderCandidate[]> {
  const { snapshotId } = placeOf(desk, article)
  return (await listCandidates(ctx, { snapshotId })).candidates
}

/** The shortest undecided candidate that has the words, else a new one that is exactly them. */
async function candidateAt(ctx: Context, desk: Desk, { article, words }: Place, kind: ClaimKind): Promise<string> {
  const fitting = (await candidatesOf(ctx, desk, article))
    .filter(({ state, quote }) => state === 'new' && quote.includes(words))
    .sort((a, b) => a.quote.length - b.quote.length)
  if (fitting[0]) return fitting[0].id
  const { snapshotId } = placeOf(desk, article)
  const { body } = await requireSnapshot(ctx, snapshotId)
  const start = body.indexOf(words)
  if (start < 0) throw new Error(`the article ${article} does not say: ${words}`)
  const marked = { snapshotId, start, end: start + words.length, quote: words, kind }
  return (await createCandidateFromSelection(ctx, marked)).candidateId
}
