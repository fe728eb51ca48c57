import { linkClaims } from '@/lib/claims/commands'
import { hideClaim, mergeClaims } from '@/lib/claims/commands/merging'
import { mergeSpeakers } from '@/lib/claims/commands/speakers'
import { rejectCandidate } from '@/lib/claims/commands/triage'
import type { Context } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { addComment } from '@/lib/discussion/commands'
import { db } from '@/lib/platform/db'
import { proposeWithdrawal } from '@/lib/verdicts/commands/corrections'
import { startVerdict } from '@/lib/verdicts/commands/drafts'
import { addRemark, dealWithRemark } from '@/lib/verdicts/commands/remarks'
import { DESK, type Doors, door, EDITOR, REVIEW, SIGNED_IN } from './door'
import { candidate, claim, desk, sentence, speaker } from './things'

const reason = 'It was said of another one.'
const two = async () => [await claim(), await claim()] as const
const linked = async () => {
  const [{ claimId: fromClaimId }, { claimId: toClaimId }] = await two()
  await linkClaims(desk().ada, { fromClaimId, toClaimId, kind: 'repeats' })
  return { linkId: (await db().claimLink.findFirstOrThrow({ where: { fromClaimId, toClaimId } })).id }
}
const toLink = async () => {
  const [{ claimId: fromClaimId }, { claimId: toClaimId }] = await two()
  return { fromClaimId, toClaimId, kind: 'repeats' }
}
const toAccept = async () => ({
  ...{ candidateId: (await candidate()).first.id, statement: sentence('The ferry'), shortForm: 'The ferry is long' },
  ...{ kind: 'statistic', 'speaker.is': 'nobody' },
})
const alias = async () => {
  const speakerId = await speaker()
  const id = newId()
  const name = `Spelling ${id}`
  await db().speakerAlias.create({
    data: { id, speakerId, alias: name, aliasKey: name.toLowerCase(), createdAt: new Date() },
  })
  return { aliasId: id }
}
const twoSpeakers = async () => ({ fromSpeakerId: await speaker(), intoSpeakerId: await speaker() })
const aliasForm = { name: 'Ilsa Brandt', kind: 'person' }
const split = async () => {
  const [into, from] = await two()
  await mergeClaims(desk().ada, { intoClaimId: into.claimId, fromClaimId: from.claimId })
  return { into, from }
}
/** Evidence that Ada gathered. */
const evidence = async () => {
  const made = await claim()
  await desk().cite(made)
  await desk().cite(await claim())
  return db().evidence.findFirstOrThrow({ where: { claimId: made.claimId }, include: { source: true } })
}
const found = { excerpt: 'There are 9,000 berths.', stance: 'refutes', note: 'It is the official count.' }
const source = { title: 'Harbour register', kind: 'primary', retrievedOn: '2025-10-22' }
const nothing = () => newId()

export const CLAIM_DOORS: Doors = {
  '(desk)/desk/articles/[id]': {
    acceptAction: door(REVIEW, toAccept),
    mergeAction: door(REVIEW, async () => ({
      candidateId: (await candidate()).first.id,
      claimId: (await claim()).claimId,
    })),
    rejectAction: door(REVIEW, async () => ({ candidateId: (await candidate()).first.id, reason: 'opinion' })),
    reopenAction: door(REVIEW, async () => {
      const candidateId = (await candidate()).first.id
      await rejectCandidate(desk().ada, { candidateId, reason: 'opinion' })
      return { candidateId }
    }),
    askModelAction: door(REVIEW, async () => ({ articleId: (await candidate()).articleId }), 'MOVE_REFUSED'),
    markAction: door(REVIEW, async () => {
      const { snapshotId, body } = await candidate()
      return { snapshotId, start: 0, end: 11, quote: body.slice(0, 11), kind: 'statement' }
    }),
    adjustAction: door(REVIEW, async () => {
      const { snapshotId, body, first } = await candidate()
      return { candidateId: first.id, snapshotId, start: 0, end: first.end, quote: body.slice(0, first.end) }
    }),
    highlightsAction: door(SIGNED_IN, () => ({ show: 'yes' })),
    linkAction: door(REVIEW, toLink),
    unlinkAction: door(REVIEW, linked),
    choosePlaceAction: door(
      REVIEW,
      () => ({ candidateId: nothing(), snapshotId: nothing(), start: 'none' }),
      'NOT_FOUND',
    ),
    takeOverAction: door(REVIEW, () => ({ articleId: nothing(), pairs: `${nothing()}:${nothing()}` }), 'MOVE_REFUSED'),
  },
  '(desk)/desk/claims/[id]': {
    updateClaimAction: door(REVIEW, async () => ({
      ...{ id: (await claim()).claimId, revision: 1, statement: sentence('The pier'), shortForm: 'The pier' },
      kind: 'statistic',
    })),
    setQuantitiesAction: door(REVIEW, async () => ({ claimId: (await claim()).claimId, revision: 1 })),
    setTopicsAction: door(REVIEW, async () => ({ claimId: (await claim()).claimId, topics: 'Harbours' })),
    linkClaimsAction: door(REVIEW, toLink),
    unlinkClaimsAction: door(REVIEW, linked),
    assignClaimAction: door(REVIEW, async () => ({ claimId: (await claim()).claimId, take: 'me' })),
    mergeClaimsAction: door(REVIEW, async () => {
      const [from, into] = await two()
      return { fromClaimId: from.claimId, intoClaimId: into.claimId }
    }),
    unmergeClaimsAction: door(REVIEW, async () => ({ claimId: (await split()).from.claimId })),
    splitClaimAction: door(REVIEW, async () => {
      const { into, from } = await split()
      return {
        ...{ claimId: into.claimId, 'occurrenceIds[]': [from.occurrenceId], statement: sentence('The mole') },
        ...{ shortForm: 'The mole', kind: 'statistic' },
      }
    }),
    hideClaimAction: door(EDITOR, async () => ({ claimId: (await claim()).claimId, reason })),
    unhideClaimAction: door(EDITOR, async () => {
      const { claimId } = await claim()
      await hideClaim(desk().ben, { claimId, reason })
      return { claimId }
    }),
    updateEvidenceAction: door(REVIEW, async () => ({ id: (await evidence()).id, revision: 1, ...found })),
    updateSourceAction: door(REVIEW, async () => {
      const { sourceId, source: cited } = await evidence()
      return { id: sourceId, revision: cited.revision, ...source }
    }),
    moveEvidenceAction: door(REVIEW, async () => ({ id: (await evidence()).id, direction: 'up' })),
    removeEvidenceAction: door(REVIEW, async () => ({ id: (await evidence()).id, reason })),
    startVerdictAction: door(REVIEW, async () => ({ claimId: (await claim()).claimId })),
    saveVerdictAction: door(REVIEW, async () => ({ ...(await begun()), summary: 'It is shorter.', next: 'save' })),
    dropCopyAction: door(REVIEW, async () => ({ id: (await begun()).id, writerId: 'window-of-a-test' })),
    takeBackVerdictAction: door(REVIEW, async () => ({ id: (await desk().submitted()).id })),
    dropVerdictAction: door(REVIEW, async () => ({ ...(await begun()), reason })),
    approveVerdictAction: door(EDITOR, async () => idAndRevision(await desk().submitted())),
    sendBackVerdictAction: door(EDITOR, async () => ({ ...idAndRevision(await desk().submitted()), reason })),
    addRemarkAction: door(EDITOR, async () => ({
      ...{ ...idAndRevision(await desk().submitted()), field: 'summary', body: 'Which register?' },
    })),
    replyToRemarkAction: door(REVIEW, async () => ({ remarkId: await remark(), body: 'The one of the harbour.' })),
    dealWithRemarkAction: door(EDITOR, async (person) => ({ remarkId: await remark({ by: person }) })),
    reopenRemarkAction: door(EDITOR, async () => ({ remarkId: await remark({ isDone: true }) })),
    giveSecondRatingAction: door(
      EDITOR,
      async () => ({
        ...{ ...idAndRevision(await desk().submitted()), rating: 'mostly-false' },
      }),
      'MOVE_REFUSED',
    ),
    lookAtVerdictAction: door(REVIEW, async () => ({ id: (await desk().submitted()).id })),
    startCorrectionAction: door(EDITOR, async () => ({
      ...{ claimId: (await desk().published()).claimId, level: 'factual', note: 'The count was wrong.' },
    })),
    proposeWithdrawalAction: door(EDITOR, async () => ({
      ...{ claimId: (await desk().published()).claimId, note: 'The register was forged.' },
    })),
    approveWithdrawalAction: door(EDITOR, withdrawal),
    dropWithdrawalAction: door(EDITOR, withdrawal),
    markRecheckedAction: door(REVIEW, async () => {
      const { claimId, id } = await desk().published()
      return { claimId, verdictId: id, note: 'It still stands.', nextOn: '2030-01-01' }
    }),
    planRecheckAction: door(EDITOR, async () => {
      const { claimId, id } = await desk().published()
      return { claimId, verdictId: id, dueOn: '2030-01-01' }
    }),
    addCommentAction: door(DESK, async () => ({
      ...{ subjectType: 'claim', subjectId: (await claim()).claimId, body: 'Who counts them?' },
    })),
    hideCommentAction: door(EDITOR, async () => {
      const { claimId } = await claim()
      const comment = { subjectType: 'claim' as const, subjectId: claimId, body: 'Who counts them?' }
      return addComment(desk().ada, comment)
    }),
  },
  '(desk)/desk/claims/[id]/evidence': {
    gatherEvidenceAction: door(REVIEW, async () => ({ claimId: (await claim()).claimId, ...source, ...found })),
    orderEvidenceAction: door(REVIEW, async () => {
      const { id, claimId } = await evidence()
      return { claimId, 'ids[]': [id] }
    }),
  },
  '(desk)/desk/speakers': {
    confirmAliasAction: door(EDITOR, alias),
    refuseAliasAction: door(EDITOR, alias),
    splitAliasAction: door(EDITOR, async () => ({ ...(await alias()), ...aliasForm })),
    editSpeakerAction: door(EDITOR, async () => ({ id: await speaker(), revision: 1, ...aliasForm })),
    mergeSpeakersAction: door(EDITOR, twoSpeakers),
    undoSpeakerMergeAction: door(EDITOR, async () => {
      const both = await twoSpeakers()
      await mergeSpeakers(desk().ben, both)
      return { speakerId: both.fromSpeakerId }
    }),
  },
}

const idAndRevision = ({ id, revision }: { id: string; revision: number }) => ({ id, revision })
const begun = async () => {
  const { claimId } = await claim()
  return { id: (await startVerdict(desk().ada, { claimId })).id, revision: 1 }
}
async function withdrawal() {
  const { claimId } = await desk().published()
  return {
    correctionId: (await proposeWithdrawal(desk().ben, { claimId, note: 'The register was forged.' })).correctionId,
  }
}
async function remark({ by = desk().dora, isDone = false }: { by?: Context; isDone?: boolean } = {}): Promise<string> {
  const made = idAndRevision(await desk().submitted())
  const { id } = await addRemark(by, { ...made, field: 'summary', body: 'Which register?' })
  if (isDone) await dealWithRemark(desk().ada, { remarkId: id })
  return id
}
