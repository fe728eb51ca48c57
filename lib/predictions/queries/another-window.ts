import { canEditClaim, canMergeClaim } from '@/lib/claims/policy'
import { type ClaimSummary, type LinkSuggestion, listLinkSuggestions, searchClaims } from '@/lib/claims/queries'
import type { ClaimLinkKind } from '@/lib/claims/schema'
import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { formatDay, formatWindow, type Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canReadPredictions, canWritePredictions } from '../policy'
import { saysAnotherWindow } from '../present'
import { readSaid } from '../rules/forms'
import type { LaterSaid, PredictionState, WindowBasis } from '../schema'
import { windowOf } from './list'
import { getNewsItem, listNewsOf, type NewsItem } from './news'
import { FIRST_PLACE } from './prefill'

/** One thing that may have said another window, in a list. `said` names it in addresses. */
export type LaterChoice = { said: string; words: string; about: string; isQuote: boolean }

/** The one that is looked at, as far as the form begins with it. */
export type ChosenLater = LaterChoice & {
  saidOn: Day | null
  window: Window | null
  windowWords: string | null
  windowBasis: WindowBasis | null
  /** What has to be worded; null for what is a claim already. `speaker` is null where the place has one. */
  wording: { quote: string; speaker: { candidateId: string; text: string | null; publisherName: string } | null } | null
  /** The claim that it is. */
  claim: { id: string; shortForm: string; prediction: PredictionState | null; revision: number | null } | null
  /** Why it cannot be taken by who asks. */
  whyNot: string | null
}

export type AnotherWindow = {
  claim: { id: string; shortForm: string }
  predictionId: string
  earlier: { saidOn: Day | null; window: Window | null; graceDays: number; certainty: number | null }
  today: Day
  choices: LaterChoice[]
  found: LaterChoice[]
  chosen: ChosenLater | null
}

/**
 * For the form of another window of an opened prediction: what may have said it (news, later places of the claim, suggested
 * claims, claims that hold `find`), and the one that is chosen, else the first. Null where there is no opened prediction.
 */
export async function getAnotherWindow(
  ctx: Context,
  claimId: string,
  { said, find }: { said?: string; find: string },
): Promise<AnotherWindow | null> {
  if (!canReadPredictions(ctx.actor) || !canWritePredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const claim = await db().claim.findFirst({
    where: { id: claimId, state: { notIn: ['merged', 'hidden'] } },
    select: OWN,
  })
  const { prediction } = claim ?? {}
  if (!claim || !prediction || prediction.frozenAt === null) return null
  const { zone } = await requireSettings()
  const { saidOn } = prediction
  const [news, suggestions, others] = await Promise.all([
    listNewsOf(ctx, prediction.id),
    canEditClaim(ctx.actor) ? listLinkSuggestions(ctx, claimId) : [],
    find === '' ? [] : searchClaims(ctx, find, { excludeId: claimId }),
  ])
  const choices = [
    ...news.filter(saysAnother).map(ofNews),
    ...claim.occurrences.slice(1).filter(isLater(saidOn)).map(ofPlace),
    ...suggestions.filter((one) => one.toClaimId === claimId && one.proposal.kind !== 'updates').map(ofSuggestion),
  ]
  const asked = readSaid(said) ?? readSaid(choices[0]?.said)
  return {
    claim: { id: claim.id, shortForm: claim.shortForm },
    predictionId: prediction.id,
    earlier: {
      saidOn,
      window: windowOf(prediction.dueFrom, prediction.dueTo),
      graceDays: prediction.graceDays,
      certainty: prediction.certainty?.toNumber() ?? null,
    },
    today: dayInZone(ctx.now, zone),
    choices,
    found: await findable(claimId, others),
    chosen: asked && (await loadChosen(ctx, asked, { claimId, predictionId: prediction.id })),
  }
}

const PLACE = {
  id: true,
  quote: true,
  speakerText: true,
  article: { select: { title: true, publishedOn: true, publisher: { select: { name: true } } } },
  candidate: { select: { dueFrom: true, dueTo: true, dueWords: true } },
} satisfies Prisma.OccurrenceSelect
type Place = Prisma.OccurrenceGetPayload<{ select: typeof PLACE }>

const OWN = {
  id: true,
  shortForm: true,
  prediction: true,
  occurrences: { orderBy: FIRST_PLACE, take: 50, select: PLACE },
} satisfies Prisma.ClaimSelect
const ONE_CLAIM = { ...OWN, occurrences: { ...OWN.occurrences, take: 1 } } satisfies Prisma.ClaimSelect
type FoundClaim = Prisma.ClaimGetPayload<{ select: typeof ONE_CLAIM }>

const saysAnother = (item: NewsItem): boolean => saysAnotherWindow(item) && item.state !== 'taken_as_prediction'

const isLater =
  (saidOn: Day | null) =>
  ({ article: { publishedOn } }: Place): boolean =>
    saidOn === null || publishedOn === null || publishedOn >= saidOn

const ofNews = ({ id, quote, article, words }: NewsItem): LaterChoice => ({
  said: `news:${id}`,
  words: quote,
  about: `${article.publisherName} ${words}`,
  isQuote: true,
})

const ofPlace = ({ id, quote, article, candidate }: Place): LaterChoice => {
  const window = windowOf(candidate?.dueFrom ?? null, candidate?.dueTo ?? null)
  const says = window ? `says ${formatWindow(window)}; ` : ''
  return {
    said: `place:${id}`,
    words: quote,
    about: `${article.publisher.name} ${says}a place of this claim`,
    isQuote: true,
  }
}

const ofSuggestion = ({ other, proposal }: LinkSuggestion): LaterChoice => ({
  said: `claim:${other.id}`,
  words: other.shortForm,
  about: `a claim of its own: ${proposal.reasons.join('; ')}`,
  isQuote: false,
})

const ofClaim = (claim: { id: string; shortForm: string }): LaterChoice => ({
  said: `claim:${claim.id}`,
  words: claim.shortForm,
  about: 'a claim of its own',
  isQuote: false,
})

/** Of what a search found the predictions that are not linked yet, with their windows. */
async function findable(claimId: string, found: readonly ClaimSummary[]): Promise<LaterChoice[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const kind = { in: ['narrows', 'moves'] satisfies ClaimLinkKind[] }
  const rows = await db().claim.findMany({
    where: {
      id: { in: ids },
      kind: 'prediction',
      linksFrom: { none: { toClaimId: claimId, kind } },
      linksTo: { none: { fromClaimId: claimId, kind } },
    },
    select: ONE_CLAIM,
  })
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(ofFound)
}

function ofFound(claim: FoundClaim): LaterChoice {
  const { saidOn, window } = saidBy(claim)
  const said = saidOn === null ? '' : `, said ${formatDay(saidOn)}`
  return { ...ofClaim(claim), about: `${window ? formatWindow(window) : 'no window'}${said}; a claim of its own` }
}

/** As it is written, else as it was read where it was made first. */
function saidBy({ prediction, occurrences: [first] }: FoundClaim) {
  const read = prediction ?? first?.candidate
  return {
    saidOn: prediction?.saidOn ?? first?.article.publishedOn ?? null,
    window: windowOf(read?.dueFrom, read?.dueTo),
    windowWords: read?.dueWords ?? null,
  }
}

type Of = { claimId: string; predictionId: string }

/** Keeps the name that it was asked by, also for news that is a place or a claim by now. */
async function loadChosen(ctx: Context, said: LaterSaid, of: Of): Promise<ChosenLater | null> {
  const chosen = await loadSaid(ctx, said, of)
  return chosen && { ...chosen, said: `${said.is}:${said.id}` }
}

async function loadSaid(ctx: Context, said: LaterSaid, of: Of): Promise<ChosenLater | null> {
  if (said.is === 'claim') return chosenClaim(said.id, of)
  if (said.is === 'place') return chosenPlace(ctx, said.id, of)
  const [item, row] = await Promise.all([
    getNewsItem(ctx, said.id),
    db().predictionNews.findUnique({ where: { id: said.id, predictionId: of.predictionId }, select: NEWS }),
  ])
  if (!item || !row) return null
  const { candidate } = row
  if (candidate?.occurrence && (candidate.state === 'accepted' || candidate.state === 'merged'))
    return candidate.occurrence.claimId === of.claimId
      ? chosenPlace(ctx, candidate.occurrence.id, of)
      : chosenClaim(candidate.occurrence.claimId, of)
  const { publisherName, publishedOn } = item.article
  const speaker = candidate && { candidateId: candidate.id, text: candidate.speakerText, publisherName }
  return {
    ...ofNews(item),
    saidOn: publishedOn,
    ...windowRead(item.stated, candidate?.dueWords ?? null),
    wording: { quote: item.quote, speaker },
    claim: null,
    whyNot: candidate === null ? GONE : candidate.state === 'rejected' ? REJECTED : null,
  }
}

const GONE =
  'The article was read again and these words are not marked any more. Mark them in the article and accept them.'
const REJECTED = 'Somebody rejected these words. Take that back in the article first.'
const EDITORS = 'The claim is published, so the places where it was made are an editor’s to change. Ask an editor.'

const NEWS = {
  candidate: {
    select: {
      ...{ id: true, state: true, speakerText: true, dueWords: true },
      occurrence: { select: { id: true, claimId: true } },
    },
  },
} satisfies Prisma.PredictionNewsSelect

const windowRead = (window: Window | null, windowWords: string | null) => ({
  ...{ window, windowWords },
  windowBasis: window === null ? null : ('stated' as const),
})

async function chosenPlace(ctx: Context, id: string, { claimId }: Of): Promise<ChosenLater | null> {
  const place = await db().occurrence.findFirst({ where: { id, claimId }, select: PLACE })
  if (place === null) return null
  const window = windowOf(place.candidate?.dueFrom ?? null, place.candidate?.dueTo ?? null)
  return {
    ...ofPlace(place),
    saidOn: place.article.publishedOn,
    ...windowRead(window, place.candidate?.dueWords ?? null),
    wording: { quote: place.quote, speaker: null },
    claim: null,
    whyNot: canMergeClaim(ctx.actor, { isPublished: true }) ? null : EDITORS,
  }
}

async function chosenClaim(id: string, { claimId }: Of): Promise<ChosenLater | null> {
  const claim = await db().claim.findFirst({
    where: { id, NOT: { id: claimId }, kind: 'prediction', state: { notIn: ['merged', 'hidden'] } },
    select: ONE_CLAIM,
  })
  if (claim === null) return null
  const { prediction } = claim
  const said = saidBy(claim)
  return {
    ...ofFound(claim),
    ...said,
    windowBasis: prediction?.windowBasis ?? (said.window === null ? null : 'stated'),
    wording: null,
    claim: {
      id: claim.id,
      shortForm: claim.shortForm,
      prediction: prediction?.state ?? null,
      revision: prediction?.revision ?? null,
    },
    whyNot: null,
  }
}
