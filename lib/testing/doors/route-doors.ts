import { startBatch } from '@/lib/articles/commands/batches'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { makeCalendar } from '@/lib/desk/commands/calendars'
import { uploadCopy } from '@/lib/evidence/commands/copies'
import { db } from '@/lib/platform/db'
import { makePdf } from '@/lib/testing/documents'
import { startVerdict } from '@/lib/verdicts/commands/drafts'
import { notice } from './desk-doors'
import { ADMIN, DESK, EVERYBODY, type Fields, REVIEW, SIGNED_IN } from './door'
import type { DoorPerson, Who } from './people'
import { candidate, claim, desk, sentence } from './things'

export type Asked = { params?: Record<string, string | string[]>; query?: string; form?: Fields; body?: string }
export type RouteDoor = { who: readonly Who[]; given: (person: DoorPerson) => Asked | Promise<Asked>; tells: string }
const at = (who: readonly Who[], given: RouteDoor['given'], tells = 'through'): RouteDoor => ({ who, given, tells })

const nothing = () => ({})
const copy = async () => {
  const bytes = makePdf([[{ text: sentence('The pier'), x: 60, y: 700 }]])
  return { params: { copyId: (await uploadCopy(desk().ada, { bytes, name: 'register.pdf' })).copyId } }
}
const batch = async () => {
  const rows = [new TextEncoder().encode(`text\n${sentence('The mole')}\n`)]
  const admin = contextOf(systemActor('test'), new Date())
  return startBatch(admin, { fileName: 'rows.csv', format: 'csv' }, rows)
}

/** Every route handler there is, by its folder in app/ and its method. Readers' own ones ask nobody who they are. */
export const ROUTE_DOORS: Readonly<Record<string, Readonly<Record<string, RouteDoor>>>> = {
  '(desk)/desk/admin/jobs/events': { GET: at(ADMIN, () => ({ query: 'once=1' })) },
  // no mail is caught here
  '(desk)/desk/admin/mail/[id]/html': { GET: at([], () => ({ params: { id: newId() } })) },
  '(desk)/desk/articles/import/address/stop': { POST: at(SIGNED_IN, () => ({ query: 'fetchId=one' })) },
  '(desk)/desk/articles/import/batch/[runId]/problems': {
    GET: at(ADMIN, async () => ({ params: { runId: (await batch()).runId } })),
  },
  '(desk)/desk/articles/import/batch/upload': {
    POST: at(ADMIN, () => ({ query: 'name=rows.csv&format=csv', body: `text\n${sentence('The mole')}\n` })),
  },
  '(desk)/desk/presence': { POST: at(DESK, () => ({ body: JSON.stringify({ at: null, shown: [] }) })) },
  '(desk)/desk/start/step': { GET: at(ADMIN, nothing) },
  '(desk)/desk/claims/[id]/verdict/save': {
    POST: at(REVIEW, async () => ({ form: { ...(await begun()), summary: 'It is shorter.', next: 'save' } })),
  },
  '(desk)/desk/claims/[id]/verdict/copy': {
    POST: at(REVIEW, async () => ({
      body: JSON.stringify({
        ...{ ...(await begun()), values: { summary: 'It is' }, writerId: 'window-of-a-test', seenAt: null },
      }),
    })),
  },
  '(desk)/desk/sources/[id]/annotations': {
    GET: at(DESK, async () => {
      const made = await claim()
      await desk().cite(made)
      const { sourceId } = await db().evidence.findFirstOrThrow({ where: { claimId: made.claimId } })
      return { params: { id: sourceId } }
    }),
  },
  '(desk)/desk/sources/copies/[copyId]/file': { GET: at(DESK, copy) },
  '(desk)/desk/sources/copies/[copyId]/text': { GET: at(DESK, copy) },
  '(desk)/desk/inbox/rows': { GET: at(DESK, nothing) },
  '(desk)/desk/inbox/decisions': {
    POST: at(REVIEW, async () => ({
      form: { move: 'reject', candidateId: (await candidate()).first.id, reason: 'opinion' },
    })),
  },
  '(desk)/desk/inbox/[candidateId]': {
    GET: at(DESK, async () => ({ params: { candidateId: (await candidate()).first.id } })),
  },
  '(desk)/desk/runs/[id]/events': {
    GET: at(DESK, async () => ({ params: { id: (await batch()).runId }, query: 'once=1' })),
  },
  '(desk)/desk/notices/[id]': { GET: at(DESK, async (person) => ({ params: { id: await notice(person) } })) },
  '(desk)/desk/notices/unread': { GET: at(DESK, nothing) },
  '(desk)/desk/find': { GET: at(DESK, () => ({ query: 'q=harbour' })) },
  // The right is in the address, or all readers have it.
  'api/unsubscribe/[token]': {
    GET: at(EVERYBODY, () => ({ params: { token: 'not-complete' } })),
    POST: at(EVERYBODY, () => ({ params: { token: 'not-complete' } }), 'NOT_FOUND'),
  },
  'calendar/[file]': {
    GET: at(EVERYBODY, async () => ({
      params: { file: `${(await makeCalendar(desk().ada, { name: 'Shared' })).secret}.ics` },
    })),
  },
  'data/[kind]': { GET: at(EVERYBODY, () => ({ params: { kind: 'predictions.json' } })) },
  'data/[kind]/[file]': { GET: at(EVERYBODY, () => ({ params: { kind: 'phrases', file: 'is-expected-to.json' } })) },
}

const begun = async () => {
  const { claimId } = await claim()
  return { id: (await startVerdict(desk().ada, { claimId })).id, revision: 1 }
}
