import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import type { Checklist, RatingScale } from '@/lib/settings/schema'
import { canReadVerdictDesk } from '../policy'
import { contentOf } from '../present'
import { blindRefusal, isHiddenFrom } from '../rules/blinding'
import { MOVES, type Move, type Phase } from '../rules/move-table'
import { decideOnRows, handsOf, isRecheckDue, liveVersion, phaseOfRows } from '../rules/moves'
import { writersOf } from '../rules/remarks'
import { EMPTY_CONTENT, type VerdictContent } from '../schema'
import { getBlindStanding } from './blinding'
import { getWorkingCopy, type WorkingCopyView } from './copies'
import { listGround } from './ground'
import { type SecondView, secondOf } from './second-rating'
import { readSubject, type Subject } from './subject'

const claimSelect = {
  id: true,
  slug: true,
  kind: true,
  state: true,
  statement: true,
  shortForm: true,
  revision: true,
  firstPublishedAt: true,
  currentVerdictId: true,
  hiddenReason: true,
  assigneeId: true,
  mergedInto: { select: { id: true, statement: true } },
  assignee: { select: { id: true, name: true } },
  speaker: { select: { id: true, name: true, kind: true } },
  topics: { select: { topic: { select: { name: true } } }, orderBy: { topic: { name: 'asc' } } },
  quantities: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  prediction: { select: { id: true, state: true, frozenAt: true } },
  occurrences: {
    orderBy: [{ article: { publishedOn: 'asc' } }, { id: 'asc' }],
    take: 100,
    select: {
      id: true,
      candidateId: true,
      quote: true,
      speakerText: true,
      relayText: true,
      isOwnVoice: true,
      certaintyWords: true,
      article: {
        select: { id: true, title: true, publishedOn: true, hiddenAt: true, publisher: { select: { name: true } } },
      },
    },
  },
  verdicts: {
    where: { state: { in: ['draft', 'submitted'] } },
    include: {
      correction: true,
      author: { select: { name: true } },
      newSpeaker: { select: { id: true, name: true } },
      submittedBy: { select: { name: true } },
      sentBackBy: { select: { name: true } },
      secondRatings: {
        orderBy: { id: 'asc' },
        include: { rater: { select: { name: true } }, firstRater: { select: { name: true } } },
      },
      saves: {
        orderBy: { revision: 'asc' },
        select: { revision: true, savedById: true, savedAt: true, savedBy: { select: { name: true } } },
      },
    },
  },
  rechecks: {
    where: { state: { not: 'dropped' }, verdict: { currentOf: { isNot: null } } },
    orderBy: [{ state: 'asc' }, { closedAt: 'desc' }],
    take: 2,
    select: { state: true, dueOn: true, note: true, closedAt: true, closedBy: { select: { name: true } } },
  },
  corrections: {
    where: { level: 'withdrawal', state: 'proposed' },
    select: { id: true, note: true, authorId: true, createdAt: true, author: { select: { name: true } } },
  },
} satisfies Prisma.ClaimSelect

type Row = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>
type VersionRow = Row['verdicts'][number]

export type WorkspaceClaim = Omit<Row, 'verdicts' | 'corrections' | 'rechecks' | 'quantities' | 'topics'> & {
  topics: string[]
  quantities: WorkspaceQuantity[]
}

export type WorkspaceQuantity = Omit<
  Row['quantities'][number],
  'value' | 'low' | 'high' | 'candidateId' | 'claimId'
> & {
  value: number | null
  low: number | null
  high: number | null
}

/** The version that is being written or waits for approval. */
export type OpenVersionView = {
  id: string
  ordinal: number
  state: 'draft' | 'submitted'
  revision: number
  content: VerdictContent
  isCorrection: boolean
  /** Whom `content.newSpeaker` stands for; null where that is nobody. */
  newSpeaker: { id: string; name: string } | null
  authorName: string
  /** Who began, saved or submitted it, by id. */
  writers: string[]
  submitted: { by: string; at: string } | null
  sentBack: { by: string; at: string; reason: string } | null
  lastSave: { by: string; at: string } | null
  /** What whoever looks typed and did not save. */
  copy: WorkingCopyView | null
  /** What it rests on, as approval would freeze it now. */
  subject: Subject
}

/** Whether this person may make a move now (`isSolo`: only because the desk has one person); if not, why, in words. */
export type MoveView = { isAllowed: true; isSolo: boolean } | { isAllowed: false; reason: string }

/** The day that stands for another look, and the last look. */
export type RecheckView = { dueOn: Day | null; last: { by: string; at: string; note: string } | null }

export type Workspace = {
  claim: WorkspaceClaim
  /** What a second person's rating is about; null where none is asked and none was given. */
  second: SecondView | null
  phase: Phase
  version: OpenVersionView | null
  withdrawal: { id: string; note: string; by: string; at: string } | null
  /** Of the verdict in force. */
  recheck: RecheckView
  moves: Record<Move, MoveView>
  scale: RatingScale
  checklist: Checklist
  newsroomName: string
  today: Day
  zone: string
}

/** All that the workspace of a claim shows but its evidence, comments and history; null when there is no such claim. */
export async function getWorkspace(ctx: Context, claimId: string): Promise<Workspace | null> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const settings = await requireSettings()
  const [row, ground, blind] = await Promise.all([
    db().claim.findUnique({ where: { id: claimId }, select: claimSelect }),
    listGround(db(), claimId),
    getBlindStanding(db(), claimId, settings),
  ])
  if (row === null) return null
  const { verdicts, corrections, rechecks, ...claim } = row
  const today = dayInZone(ctx.now, settings.zone)
  const recheck = toRecheck(rechecks)
  const version = liveVersion(verdicts[0])
  const withdrawal = corrections[0] ?? null
  const rows = { ...claim, version, withdrawal, ground, isRecheckDue: isRecheckDue(recheck.dueOn, today) }
  const hands = handsOf('approve', rows)
  const isHidden = isHiddenFrom(ctx.actor, blind, hands)
  const viewOf = (move: Move): MoveView => {
    const refusal = blindRefusal(move, ctx.actor, blind, hands)
    if (refusal !== null) return { isAllowed: false, reason: beforehand(refusal) }
    const decision = decideOnRows(rows, { move, actor: ctx.actor, isSolo: settings.isSolo })
    return decision.isAllowed
      ? { isAllowed: true, isSolo: decision.isSolo }
      : { isAllowed: false, reason: beforehand(decision.reason) }
  }
  const shown = version && (await readVersion(ctx, claimId, version))
  return {
    claim: toClaim(claim),
    phase: phaseOfRows(rows),
    version: shown && (isHidden ? concealed(shown) : shown),
    second: version && secondOf(ctx, version, { blind, hands, isHidden }),
    withdrawal: withdrawal && {
      id: withdrawal.id,
      note: withdrawal.note,
      by: withdrawal.author.name,
      at: withdrawal.createdAt.toISOString(),
    },
    recheck,
    moves: Object.fromEntries(MOVES.map((move) => [move, viewOf(move)])) as Record<Move, MoveView>,
    scale: settings.ratingScale,
    checklist: settings.checklist,
    newsroomName: settings.newsroomName,
    today,
    zone: settings.zone,
  }
}

function toRecheck(rows: Row['rechecks']): RecheckView {
  const done = rows.find(({ state }) => state === 'done')
  return {
    dueOn: rows.find(({ state }) => state === 'open')?.dueOn ?? null,
    last: done?.closedAt
      ? { by: done.closedBy?.name ?? '', at: done.closedAt.toISOString(), note: done.note ?? '' }
      : null,
  }
}

const toClaim = (claim: Omit<Row, 'verdicts' | 'corrections' | 'rechecks'>): WorkspaceClaim => ({
  ...claim,
  topics: claim.topics.map(({ topic }) => topic.name),
  quantities: claim.quantities.map(({ candidateId, claimId, ...row }) => ({
    ...row,
    value: row.value?.toNumber() ?? null,
    low: row.low?.toNumber() ?? null,
    high: row.high?.toNumber() ?? null,
  })),
})

/** The version as it is shown to whom its text is kept from: what they can know without it. */
const concealed = (version: OpenVersionView): OpenVersionView => ({
  ...version,
  content: {
    ...EMPTY_CONTENT,
    wasCommentAsked: version.content.wasCommentAsked,
    commentRequests: version.content.commentRequests,
    asOfOn: version.content.asOfOn,
  },
  newSpeaker: null,
  copy: null,
  sentBack: version.sentBack && { ...version.sentBack, reason: '' },
})

async function readVersion(ctx: Context, claimId: string, version: VersionRow): Promise<OpenVersionView> {
  const [copy, subject] = await Promise.all([getWorkingCopy(ctx, version.id), readSubject(db(), claimId)])
  return { ...toVersion(version), copy, subject }
}

function toVersion(version: VersionRow): Omit<OpenVersionView, 'copy' | 'subject'> {
  const { id, ordinal, revision, correction, author, submittedBy, submittedAt, saves } = version
  const last = saves.at(-1)
  return {
    ...{ id, ordinal, revision, authorName: author.name },
    writers: writersOf(version),
    state: version.state === 'submitted' ? 'submitted' : 'draft',
    content: contentOf(version),
    isCorrection: correction !== null,
    newSpeaker: version.newSpeaker,
    submitted: submittedBy && submittedAt && { by: submittedBy.name, at: submittedAt.toISOString() },
    sentBack: version.sentBackBy &&
      version.sentBackAt && {
        by: version.sentBackBy.name,
        at: version.sentBackAt.toISOString(),
        reason: version.sentBackReason ?? '',
      },
    lastSave: last ? { by: last.savedBy.name, at: last.savedAt.toISOString() } : null,
  }
}

/** A refusal, told before anything was tried: that nothing was changed goes without saying. */
const beforehand = (reason: string): string => reason.replace(/ Nothing was changed\.$/, '')
