import { makeCalendar } from '@/lib/desk/commands/calendars'
import { approveJudgement } from '@/lib/predictions/commands/judgements'
import { DESK, type Doors, door, EDITOR, REVIEW } from './door'
import {
  approved,
  desk,
  judged,
  news,
  open,
  predictionClaim,
  proposed,
  recorded,
  reply,
  speaker,
  submitted,
} from './things'

const reason = 'It was another ferry.'
const written = {
  ...{ saidOn: '2025-10-01', window: 'November 2025', windowWords: 'in November', windowBasis: 'stated' },
  ...{ graceDays: '0', criteria: 'The ferry carries passengers.', certaintyWords: 'will' },
}
const asLink = async () => {
  const [{ claimId: fromClaimId }, { claimId: toClaimId }] = [await open(), await open()]
  return { fromClaimId, toClaimId, kind: 'moves' }
}
const newsAtPage = async () => ({ id: (await news()).id, at: 'page' })
const dismissed = async () => {
  const { id } = await news()
  const { db } = await import('@/lib/platform/db')
  await db().predictionNews.update({
    where: { id },
    data: { state: 'dismissed', decidedById: desk().people.ada.id, decidedAt: new Date() },
  })
  return { id, at: 'list' }
}

export const PREDICTION_DOORS: Doors = {
  '(desk)/desk/predictions': {
    savePredictionAction: door(REVIEW, async () => ({ claimId: (await predictionClaim()).claimId, ...written })),
    approveOpeningAction: door(EDITOR, () => proposed()),
    sendBackPredictionAction: door(EDITOR, async () => ({ ...(await proposed()), reason })),
    addClarificationAction: door(EDITOR, async () => ({
      predictionId: (await open()).predictionId,
      text: 'The old ferry counts too.',
    })),
    proposeJudgementAction: door(REVIEW, async () => ({ ...(await open()), kind: 'too_vague', reason })),
    approveJudgementAction: door(EDITOR, () => judged()),
    refuseJudgementAction: door(EDITOR, async () => ({ ...(await judged()), reason })),
    undoResolutionAction: door(EDITOR, async () => {
      const made = await judged()
      await approveJudgement(desk().ben, made)
      return { ...made, reason }
    }),
    linkPredictionAction: door(REVIEW, asLink),
    draftAnotherWindowAction: door(REVIEW, async () => ({
      ...{ predictionId: (await open()).predictionId, said: `claim:${(await predictionClaim()).claimId}` },
      ...{ saidOn: '2025-10-20', window: 'December 2025', windowWords: 'in December', windowBasis: 'stated' },
    })),
  },
  '(desk)/desk/predictions/news': {
    takeNewsAsEvidenceAction: door(REVIEW, newsAtPage),
    takeNewsAsSourceAction: door(DESK, newsAtPage),
    dismissNewsAction: door(REVIEW, newsAtPage),
    reopenNewsAction: door(REVIEW, dismissed),
  },
  '(desk)/desk/predictions/calendars': {
    makeCalendarAction: door(DESK, () => ({ name: 'All of them' })),
    renewCalendarAction: door(DESK, async (person) => makeCalendar(person, { name: 'One’s own' })),
    revokeCalendarAction: door(DESK, async (person) => makeCalendar(person, { name: 'One’s own' })),
  },
  '(desk)/desk/outcomes': {
    saveOutcomeAction: door(REVIEW, async () => ({
      ...{ statement: 'The ferry ran', happened: 'yes', days: '10 November 2025' },
      'predictionIds[]': [(await open()).predictionId],
    })),
    gatherOutcomeSourceAction: door(REVIEW, async () => ({
      ...(await recorded()),
      ...{ title: 'A second letter', kind: 'primary', retrievedOn: '2025-11-12', excerpt: 'It ran.' },
    })),
    changeOutcomeSourceAction: door(REVIEW, async () => ({ ...(await recorded()), excerpt: 'It ran at noon.' })),
    removeOutcomeSourceAction: door(REVIEW, () => recorded()),
    linkPredictionsAction: door(REVIEW, async () => {
      const { id, revision } = await recorded()
      return { id, revision, add: (await open()).predictionId }
    }),
    submitOutcomeAction: door(REVIEW, () => recorded()),
    dropOutcomeAction: door(REVIEW, async () => ({ ...(await recorded()), reason })),
    approveOutcomeAction: door(EDITOR, () => submitted()),
    sendBackOutcomeAction: door(EDITOR, async () => ({ ...(await submitted()), reason })),
    undoOutcomeAction: door(EDITOR, async () => ({ ...(await approved()), reason })),
  },
  '(desk)/desk/replies': {
    addReplyAction: door(EDITOR, async () => ({
      ...{ speakerId: await speaker(), byName: 'The harbour', receivedOn: '2025-10-20', body: 'We never said so.' },
      move: 'publish',
    })),
    withdrawReplyAction: door(EDITOR, async () => ({ id: await reply(), reason })),
  },
}
