import { newId } from '@/lib/core/ids'
import { rejectMany } from '@/lib/desk/commands/bulk'
import { saveView } from '@/lib/desk/commands/views'
import { db } from '@/lib/platform/db'
import { PERSONA_PASSWORD, PERSONAS } from '@/lib/testing/personas'
import { ADMIN, DESK, type Doors, door, EDITOR, EVERYBODY, REVIEW, SIGNED_IN } from './door'
import type { DoorPerson } from './people'
import { candidate, claim, desk, suggestion } from './things'

const nothing = () => newId()
const noFields = () => ({})
const view = { page: 'claims' as const, name: 'Mine', query: '', isShared: false }
const token = 'x'.repeat(43)

export async function notice({ actor }: DoorPerson): Promise<string> {
  const id = newId()
  const { claimId } = await claim()
  await db().notice.create({
    data: {
      ...{ id, userId: actor.id, kind: 'assigned', cause: `event:${id}`, subjectType: 'claim', subjectId: claimId },
      createdAt: new Date(),
    },
  })
  return id
}
/** Somebody who can be given another role, or be shut out, without harm. */
async function colleague(disabledAt: Date | null = null): Promise<string> {
  const id = newId()
  const created = { createdAt: new Date(), passwordHash: 'they work here', disabledAt }
  await db().user.create({ data: { id, email: `${id}@desk.example`, name: 'Odile', roles: ['reviewer'], ...created } })
  return id
}

export const DESK_DOORS: Doors = {
  '(desk)': {
    signOutAction: door(EVERYBODY, noFields),
    takeOverAction: door(REVIEW, () => ({ differenceId: nothing() }), 'NOT_FOUND'),
    keepDecidedAction: door(REVIEW, () => ({ differenceId: nothing() }), 'NOT_FOUND'),
    undoBulkAction: door(EDITOR, async () => {
      const { first } = await candidate()
      return { bulkId: (await rejectMany(desk().ada, { ids: [first.id], reason: 'opinion' })).bulkId }
    }),
    saveViewAction: door(DESK, () => ({ ...view, isShared: 'no' })),
    changeViewAction: door(DESK, async (person) => ({ ...(await saveView(person, view)), revision: 1, name: 'Ours' })),
    deleteViewAction: door(DESK, (person) => saveView(person, view)),
  },
  '(desk)/desk/account': {
    changePasswordAction: door(SIGNED_IN, () => ({
      ...{ currentPassword: PERSONA_PASSWORD, newPassword: 'several words are easy to keep' },
    })),
    endOtherSessionsAction: door(SIGNED_IN, noFields),
    endSessionAction: door(SIGNED_IN, ({ sessionId }) => ({ sessionId })),
    chooseKeysAction: door(SIGNED_IN, () => ({ lettersOn: 'on' })),
    forgetKeysAction: door(SIGNED_IN, noFields),
    chooseDigestAction: door(SIGNED_IN, () => ({ hour: '7' })),
  },
  '(desk)/desk/admin/jobs': { failedJobsAction: door(ADMIN, () => ({ restart: '1' }), 'MOVE_REFUSED') },
  '(desk)/desk/admin/settings': {
    // a whole form of settings that somebody else saved over meanwhile
    changeSettingsAction: door(ADMIN, () => SETTINGS, 'STALE'),
  },
  '(desk)/desk/admin/people': {
    inviteAction: door(ADMIN, () => ({ email: `${newId()}@desk.example`, name: 'Odile', 'roles[]': ['reviewer'] })),
    makeLinkAction: door(ADMIN, async () => ({ userId: await colleague() })),
    setRolesAction: door(ADMIN, async () => ({ userId: await colleague(), 'roles[]': ['editor'] })),
    disableAction: door(ADMIN, async () => ({ userId: await colleague() })),
    enableAction: door(ADMIN, async () => ({ userId: await colleague(new Date()) })),
  },
  '(desk)/desk/claims': {
    changeManyAction: door(REVIEW, async () => ({
      ...{ 'ids[]': [(await claim()).claimId], move: 'topic', topic: 'Harbours' },
    })),
  },
  '(desk)/desk/inbox': {
    rejectManyAction: door(REVIEW, async () => ({ 'ids[]': [(await candidate()).first.id], reason: 'opinion' })),
  },
  '(desk)/desk/notices': {
    markAllReadAction: door(DESK, async (person) => ({ upTo: await notice(person) })),
    markNoticeAction: door(DESK, async (person) => ({ id: await notice(person), isRead: 'yes' })),
  },
  '(desk)/desk/runs': {
    cancelRunAction: door(ADMIN, async () => ({ runId: await run('running') })),
    resumeRunAction: door(ADMIN, async () => ({ runId: await run('cancelled') })),
  },
  '(desk)/desk/start': {
    keepScaleAction: door(SIGNED_IN, noFields),
    hideStartAction: door(SIGNED_IN, noFields),
    showStartAction: door(SIGNED_IN, noFields),
  },
  '(desk)/desk/suggestions': {
    lookAtSuggestionAction: door(REVIEW, () => suggestion()),
    takeUpSuggestionAction: door(REVIEW, async () => ({ ...(await suggestion()), claimId: (await claim()).claimId })),
    declineSuggestionAction: door(REVIEW, async () => ({ ...(await suggestion()), reason: 'no_fact' })),
    markSpamAction: door(REVIEW, () => suggestion()),
    putBackSuggestionAction: door(REVIEW, () => suggestion('looked_at')),
  },
  // The right is in what is sent: a password, a link, a token.
  '(auth)/sign-in': {
    signInAction: door(EVERYBODY, () => ({ email: PERSONAS.ada.email, password: PERSONA_PASSWORD })),
  },
  '(auth)/welcome': {
    openNewsroomAction: door(
      EVERYBODY,
      () => ({
        ...{ newsroomName: 'A second desk', zone: 'UTC', name: 'Odile', email: `${newId()}@desk.example` },
        password: 'several words are easy to keep',
      }),
      'MOVE_REFUSED',
    ),
  },
  '(auth)/accept/[token]': {
    acceptInviteAction: door(
      EVERYBODY,
      () => ({ token, name: 'Odile', password: 'several words are easy to keep' }),
      'NOT_FOUND',
    ),
    resetPasswordAction: door(EVERYBODY, () => ({ token, password: 'several words are easy to keep' }), 'NOT_FOUND'),
  },
  '(auth)/unsubscribe/[token]': { unsubscribeAction: door(EVERYBODY, () => ({ token }), 'NOT_FOUND') },
  '(public)/suggest': {
    suggestAction: door(EVERYBODY, () => ({ claimText: 'The pier is 40 metres long.', ticket: token }), 'BAD_INPUT'),
  },
}

async function run(state: 'running' | 'cancelled'): Promise<string> {
  const id = newId()
  const finishedAt = state === 'cancelled' ? new Date() : null
  await db().run.create({
    data: { id, kind: 'import_batch', label: 'harbour.csv', state, startedAt: new Date(), finishedAt },
  })
  return id
}

const SETTINGS = {
  ...{ expectedVersion: 99, newsroomName: 'The Test Desk', zone: 'Europe/Vienna', minimumN: 10, defaultGraceDays: 0 },
  maxUnresolvedPercent: 50,
  ...{ 'ratingScale.0.key': 'true', 'ratingScale.0.label': 'True', 'ratingScale.0.value': 5 },
  'ratingScale.0.meaning': 'It is so.',
  ...{ 'ratingScale.1.key': 'unverifiable', 'ratingScale.1.label': 'Unverifiable' },
  'ratingScale.1.meaning': 'Nobody can know.',
}
