import type { StoredEvent } from '@/lib/audit/events'
import type { Context } from '@/lib/core/context'
import { getMentioned } from '@/lib/discussion/queries'
import { CITED_NOW } from '@/lib/evidence/queries/cited-by'
import { db } from '@/lib/platform/db'
import { predictionEvents } from '@/lib/predictions/events'
import { verdictEvents } from '@/lib/verdicts/events'
import { briefly, type News } from '../rules/news'
import type { NoticeKind, NoticeSubject } from '../schema'
import { listApprovers } from './approvers'
import { tellOfAssigned } from './assigned'

type Teller = (ctx: Context, event: StoredEvent) => Promise<News[]>
type About = { subjectType: NoticeSubject; subjectId: string }

const to = (ids: readonly (string | null)[], kind: NoticeKind, about: About, words?: string | null): News[] =>
  ids.flatMap((userId) => (userId === null ? [] : [{ userId, kind, ...about, words: words && briefly(words) }]))
const ofClaim = (subjectId: string): About => ({ subjectType: 'claim', subjectId })
const ofPrediction = (subjectId: string): About => ({ subjectType: 'prediction', subjectId })
const ofOutcome = (subjectId: string): About => ({ subjectType: 'outcome', subjectId })

/** Who wrote a version and who handed it over. */
async function writersOf(verdictId: string): Promise<(string | null)[]> {
  const verdict = await db().verdict.findUnique({
    where: { id: verdictId },
    select: { authorId: true, submittedById: true },
  })
  return verdict ? [verdict.authorId, verdict.submittedById] : []
}

async function correctedWriters(correctionId: string): Promise<string[]> {
  const correction = await db().correction.findUnique({
    where: { id: correctionId },
    select: { previousVerdict: { select: { authorId: true } } },
  })
  return correction ? [correction.previousVerdict.authorId] : []
}

async function predictionWriters(id: string): Promise<(string | null)[]> {
  const row = await db().prediction.findUnique({ where: { id }, select: { authorId: true, proposedById: true } })
  return row ? [row.proposedById, row.authorId] : []
}

/** Who wrote, proposed and approved an opening. */
async function predictionOpeners(id: string): Promise<(string | null)[]> {
  const select = { authorId: true, proposedById: true, approverId: true } as const
  const row = await db().prediction.findUnique({ where: { id }, select })
  return row ? [row.proposedById, row.authorId, row.approverId] : []
}

async function outcomeWriters(id: string): Promise<(string | null)[]> {
  const row = await db().outcome.findUnique({ where: { id }, select: { authorId: true, submittedById: true } })
  return row ? [row.submittedById, row.authorId] : []
}

const VERDICTS: Record<string, Teller> = {
  'verdict.submitted': async (ctx, { entityId }) =>
    to(await listApprovers(ctx, 'verdict', entityId), 'approval', ofClaim(entityId)),
  'verdict.sent_back': async (_ctx, { entityId, payload }) => {
    const { verdictId, reason } = verdictEvents['verdict.sent_back'].payload.parse(payload)
    return to(await writersOf(verdictId), 'sent_back', ofClaim(entityId), reason)
  },
  'verdict.published': async (_ctx, { entityId, payload }) => {
    const { verdictId } = verdictEvents['verdict.published'].payload.parse(payload)
    return to(await writersOf(verdictId), 'approved', ofClaim(entityId))
  },
  'verdict.correction_started': async (_ctx, { entityId, payload }) => {
    const { correctionId, note } = verdictEvents['verdict.correction_started'].payload.parse(payload)
    return to(await correctedWriters(correctionId), 'correction', ofClaim(entityId), note)
  },
  'verdict.withdrawal_proposed': async (ctx, { entityId, payload }) => {
    const { correctionId, note } = verdictEvents['verdict.withdrawal_proposed'].payload.parse(payload)
    return [
      ...to(await listApprovers(ctx, 'verdict', entityId), 'approval', ofClaim(entityId), note),
      ...to(await correctedWriters(correctionId), 'correction', ofClaim(entityId), note),
    ]
  },
}

const PREDICTIONS: Record<string, Teller> = {
  'prediction.proposed': async (ctx, { entityId, payload }) => {
    const { claimId } = predictionEvents['prediction.proposed'].payload.parse(payload)
    return to(await listApprovers(ctx, 'opening', entityId), 'approval', ofPrediction(claimId))
  },
  'prediction.sent_back': async (_ctx, { entityId, payload }) => {
    const { claimId, reason } = predictionEvents['prediction.sent_back'].payload.parse(payload)
    return to(await predictionWriters(entityId), 'sent_back', ofPrediction(claimId), reason)
  },
  'prediction.opened': async (_ctx, { entityId, payload }) => {
    const { claimId } = predictionEvents['prediction.opened'].payload.parse(payload)
    return to(await predictionWriters(entityId), 'approved', ofPrediction(claimId))
  },
  'prediction.marked_too_vague': async (_ctx, { entityId, payload }) => {
    const { claimId } = predictionEvents['prediction.marked_too_vague'].payload.parse(payload)
    return to(await predictionWriters(entityId), 'approved', ofPrediction(claimId))
  },
  'prediction.news_found': async (_ctx, { entityId, payload }) => {
    const { claimId, words } = predictionEvents['prediction.news_found'].payload.parse(payload)
    return to(await predictionOpeners(entityId), 'news', ofPrediction(claimId), words)
  },
  'judgement.proposed': async (ctx, { payload }) => {
    const { claimId, judgementId, reason } = predictionEvents['judgement.proposed'].payload.parse(payload)
    return to(await listApprovers(ctx, 'judgement', judgementId), 'approval', ofPrediction(claimId), reason)
  },
  'judgement.refused': async (_ctx, { payload }) => {
    const { claimId, judgementId, reason } = predictionEvents['judgement.refused'].payload.parse(payload)
    const judgement = await db().judgement.findUnique({ where: { id: judgementId }, select: { authorId: true } })
    return to([judgement?.authorId ?? null], 'sent_back', ofPrediction(claimId), reason)
  },
  'outcome.submitted': async (ctx, { entityId }) =>
    to(await listApprovers(ctx, 'outcome', entityId), 'approval', ofOutcome(entityId)),
  'outcome.sent_back': async (_ctx, { entityId, payload }) => {
    const { reason } = predictionEvents['outcome.sent_back'].payload.parse(payload)
    return to(await outcomeWriters(entityId), 'sent_back', ofOutcome(entityId), reason)
  },
  'outcome.approved': async (_ctx, { entityId }) => to(await outcomeWriters(entityId), 'approved', ofOutcome(entityId)),
}

const SOURCES_BOUND = 50

/** Whoever takes care of a claim that cites it, wrote its verdict in force, or cited it, there, for an outcome or for a judgement. */
const tellOfSource =
  (kind: 'source_changed' | 'source_unreachable'): Teller =>
  async (_ctx, { entityId: sourceId }) => {
    const newest = { orderBy: { id: 'desc' }, take: SOURCES_BOUND } as const
    const [cited, outcomes, judgements] = await Promise.all([
      db().evidence.findMany({
        where: { sourceId, ...CITED_NOW.evidence, claim: { state: { notIn: ['merged', 'hidden'] } } },
        ...newest,
        select: {
          createdById: true,
          claim: { select: { id: true, assigneeId: true, currentVerdict: { select: { authorId: true } } } },
          source: { select: { title: true } },
        },
      }),
      db().outcomeSource.findMany({
        where: { sourceId, ...CITED_NOW.outcomes },
        ...newest,
        select: { title: true, outcome: { select: { id: true, authorId: true, submittedById: true } } },
      }),
      db().judgementSource.findMany({
        where: { sourceId, ...CITED_NOW.judgements },
        ...newest,
        select: { title: true, judgement: { select: { authorId: true, prediction: { select: { claimId: true } } } } },
      }),
    ])
    return [
      ...cited.flatMap(({ createdById, claim, source }) => {
        const people = [claim.assigneeId, claim.currentVerdict?.authorId ?? null, createdById]
        return to(people, kind, ofClaim(claim.id), source.title)
      }),
      ...outcomes.flatMap(({ title, outcome }) =>
        to([outcome.authorId, outcome.submittedById], kind, ofOutcome(outcome.id), title),
      ),
      ...judgements.flatMap(({ title, judgement: { authorId, prediction } }) =>
        to([authorId], kind, ofPrediction(prediction.claimId), title),
      ),
    ]
  }

const TELLERS: Record<string, Teller> = {
  ...VERDICTS,
  ...PREDICTIONS,
  'source.changed': tellOfSource('source_changed'),
  'source.unreachable': tellOfSource('source_unreachable'),
  'claim.assigned': tellOfAssigned,
  'comment.added': async (_ctx, { entityId: commentId }) => {
    const comment = await getMentioned(commentId)
    if (comment === null) return []
    const { subjectType, subjectId, body, userIds } = comment
    // A comment on a prediction names its row; its page goes by the claim.
    const subject = subjectType === 'prediction' ? await claimOf(subjectId) : subjectId
    const about = { subjectType, subjectId: subject } as const
    return to(userIds, 'mentioned', about, body).map((news) => ({ ...news, commentId }))
  },
}

async function claimOf(predictionId: string): Promise<string> {
  const { claimId } = await db().prediction.findUniqueOrThrow({
    where: { id: predictionId },
    select: { claimId: true },
  })
  return claimId
}

/** What an event gives to tell, to whom; nothing for an event of another type, or one whose payload was redacted. */
export async function listNews(ctx: Context, event: StoredEvent): Promise<News[]> {
  const tell = TELLERS[event.type]
  return tell === undefined || event.payload === null ? [] : tell(ctx, event)
}

/** The types of events that give news; the worker's registry asks for a job for each. */
export const NEWS_EVENTS: readonly string[] = Object.keys(TELLERS)

/** With these nothing waits for approval any more, whoever was told that it does. */
export const ENDS_WAITING: Readonly<Record<string, 'claim' | 'prediction' | 'outcome'>> = {
  'verdict.published': 'claim',
  'verdict.sent_back': 'claim',
  'verdict.taken_back': 'claim',
  'verdict.dropped': 'claim',
  'verdict.withdrawn': 'claim',
  'verdict.withdrawal_dropped': 'claim',
  // a save takes a submission back
  'prediction.saved': 'prediction',
  'outcome.saved': 'outcome',
  'prediction.opened': 'prediction',
  'prediction.sent_back': 'prediction',
  'prediction.marked_too_vague': 'prediction',
  'judgement.refused': 'prediction',
  'prediction.resolved': 'prediction',
  'outcome.approved': 'outcome',
  'outcome.sent_back': 'outcome',
  'outcome.dropped': 'outcome',
}
