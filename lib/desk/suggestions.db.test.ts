import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS, type Context, contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { db, disconnect, pool } from '@/lib/platform/db'
import { makeClaim } from '@/lib/testing/claims'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import {
  declineSuggestion,
  forgetContact,
  forgetOldContacts,
  lookAtSuggestion,
  markSpam,
  putBackSuggestion,
  suggestClaim,
  takeUpSuggestion,
} from './commands/suggestions'
import { getSuggestion, getSuggestionStatus, listSuggestions } from './queries/suggestions'
import { issueTicket } from './rules/tickets'

const NOW = new Date('2025-11-20T09:00:00Z')
const KEY = 'a key of this installation, for tests'
const reader = contextOf(ANONYMOUS, NOW)
const worker = (now = NOW) => contextOf(systemActor('worker'), now)
let people: People
let reviewer: Context
let n = 0
beforeAll(async () => {
  people = await makePeople(NOW)
  reviewer = people.ada.ctx()
})
afterAll(disconnect)

const ticket = () => issueTicket(KEY, new Date(NOW.getTime() - 20_000))
const from = (address: string | null = `192.0.2.${++n}`) => ({ key: KEY, address })
const INPUT = { claimText: 'The ferry to Lund is the oldest in the world.' }

async function suggested(more: Record<string, string> = {}) {
  const { secret } = await suggestClaim(reader, { ...INPUT, ticket: ticket(), ...more }, from())
  const { id } = await db().suggestion.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const move = async () => {
    const found = await getSuggestion(reviewer, id)
    return { suggestionId: id, revision: found?.revision ?? 0 }
  }
  return { secret, id, move }
}
const refusalOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (isAppError(error) ? error.code : error),
  )

describe('a suggestion', () => {
  test('is received, and its status is told to whoever has the link, without the contact', async () => {
    const { secret, id } = await suggested({ contact: 'ann@mail.example', url: 'https://courier.example/ferry' })
    expect(secret).toMatch(/^[\w-]{43}$/)
    const status = await getSuggestionStatus(secret)
    expect(status).toMatchObject({ is: 'received', claimText: INPUT.claimText })
    expect(JSON.stringify(status)).not.toContain('ann@mail.example')
    expect(await getSuggestionStatus(`${secret.slice(0, 42)}x`)).toBeNull()
    expect(await getSuggestionStatus('../desk')).toBeNull()
    const { rows } = await asOwner(`SELECT row_to_json(s)::text AS stored FROM suggestion s WHERE id = '${id}'`)
    expect(JSON.stringify(rows)).not.toContain(secret)
    const { rows: told } = await asOwner(
      `SELECT payload::text FROM audit_payload WHERE payload::text LIKE '%ann@mail%'`,
    )
    expect(told).toEqual([])
  })

  test('sent twice is stored once; another text with the same form is another one', async () => {
    const form = { ...INPUT, ticket: ticket() }
    const both = await Promise.all([suggestClaim(reader, form, from()), suggestClaim(reader, form, from())])
    expect(both[0]).toEqual(both[1])
    const other = await suggestClaim(reader, { ...form, claimText: 'The ferry to Moss is blue.' }, from())
    expect(other).not.toEqual(both[0])
    expect(await db().suggestion.count({ where: { claimText: 'The ferry to Moss is blue.' } })).toBe(1)
  })

  test.each([
    ['sooner than people write', { ticket: issueTicket(KEY, NOW) }, 'faster than people write'],
    ['a day later', { ticket: issueTicket(KEY, new Date(NOW.getTime() - 90_000_000)) }, 'more than a day'],
    ['with a forged form', { ticket: issueTicket('another key', NOW) }, 'incomplete'],
  ])('%s is refused in words', async (_, more, words) => {
    const sent = suggestClaim(reader, { ...INPUT, ...more }, from())
    await expect(sent).rejects.toMatchObject({ code: 'BAD_INPUT', text: expect.stringContaining(words) })
  })

  test.each([
    ['the field that people do not see is filled', { homepage: 'https://spam.example' }],
    ['the claim is missing', { claimText: ' ' }],
    ['the claim is too long', { claimText: 'x'.repeat(1001) }],
    ['the address is a script', { url: 'javascript:alert(1)' }],
    ['a text hides its direction', { why: 'a \u202e b' }],
    ['a field is an object', { saidBy: { not: '' } as unknown as string }],
  ])('is refused where %s', async (_, more) => {
    const before = await db().suggestion.count()
    await expect(suggestClaim(reader, { ...INPUT, ticket: ticket(), ...more }, from())).rejects.toThrow()
    expect(await db().suggestion.count()).toBe(before)
  })

  test('is refused after many from one network, also of one IPv6 network', async () => {
    const send = (address: string) => suggestClaim(reader, { ...INPUT, ticket: ticket() }, from(address))
    for (let i = 0; i < 12; i++) await send(`2001:db8:1:2::${i + 1}`)
    expect(await refusalOf(send('2001:db8:1:2:ffff::1'))).toBe('TOO_MANY_ATTEMPTS')
    expect(await refusalOf(send('2001:db8:1:3::1'))).toBeNull()
  })
})

describe('the desk', () => {
  test('looks at it and takes it up; the status leads to the claim once that is published', async () => {
    const { secret, id, move } = await suggested()
    await lookAtSuggestion(reviewer, await move())
    expect(await getSuggestionStatus(secret)).toMatchObject({ is: 'looked_at' })
    const { claimId, slug } = await makeClaim(people.ben.ctx(), 'The ferry to Lund was built in 1871.')
    await takeUpSuggestion(reviewer, { ...(await move()), claimId })
    expect(await getSuggestionStatus(secret)).toMatchObject({ is: 'taken_up', path: null, shortForm: null })
    await db().claim.update({ where: { id: claimId }, data: { firstPublishedAt: NOW } })
    expect(await getSuggestionStatus(secret)).toMatchObject({ is: 'taken_up', path: `/claims/${slug}` })
    expect((await listSuggestions(reviewer, { view: 'taken_up' })).suggestions.map((row) => row.id)).toContain(id)
  })

  test('declines it with a reason that whoever suggested it reads, and takes that back', async () => {
    const { secret, move } = await suggested()
    await declineSuggestion(reviewer, {
      ...(await move()),
      reason: 'already_checked',
      note: 'See our page on ferries.',
    })
    expect(await getSuggestionStatus(secret)).toMatchObject({
      is: 'declined',
      reason: 'It was checked already.',
      note: 'See our page on ferries.',
    })
    await putBackSuggestion(reviewer, await move())
    expect(await getSuggestionStatus(secret)).toMatchObject({ is: 'looked_at' })
  })

  test('marks spam: the contact is gone at once, and the status tells no reason', async () => {
    const { secret, id, move } = await suggested({ contact: 'spam@mail.example' })
    await markSpam(reviewer, await move())
    expect((await getSuggestion(reviewer, id))?.contact).toBeNull()
    expect(await getSuggestionStatus(secret)).toMatchObject({ is: 'declined', reason: null })
    await putBackSuggestion(reviewer, await move())
    expect(await getSuggestion(reviewer, id)).toMatchObject({ state: 'received', contact: null })
  })

  test('refuses what is stale, not possible, or not for this person', async () => {
    const { id, move } = await suggested()
    const first = await move()
    await lookAtSuggestion(reviewer, first)
    expect(await refusalOf(markSpam(reviewer, first))).toBe('STALE')
    expect(await refusalOf(lookAtSuggestion(reviewer, await move()))).toBe('MOVE_REFUSED')
    const admin = contextOf({ kind: 'user', id: people.ada.id, name: 'x', roles: ['admin'] }, NOW)
    expect(await refusalOf(markSpam(admin, await move()))).toBe('FORBIDDEN')
    expect(await refusalOf(markSpam(reader, await move()))).toBe('FORBIDDEN')
    expect(await refusalOf(getSuggestion(reader, id))).toBe('NOT_FOUND')
    expect(await refusalOf(listSuggestions(reader, { view: 'waiting' }))).toBe('NOT_FOUND')
    expect(await refusalOf(takeUpSuggestion(reviewer, { ...(await move()), claimId: id }))).toBe('BAD_INPUT')
    expect((await move()).revision).toBe(2)
  })
})

describe('after 90 days', () => {
  const later = new Date(NOW.getTime() + 90 * 86_400_000)
  test('a job, queued as it came, deletes the contact; not before, and twice without harm', async () => {
    const { id } = await suggested({ contact: 'bo@mail.example' })
    const { rows } = await pool().query<{ run_at: Date }>(`SELECT run_at FROM graphile_worker.jobs WHERE key = $1`, [
      `forget_contact:${id}`,
    ])
    expect(rows).toEqual([{ run_at: later }])
    await forgetContact(worker(new Date(later.getTime() - 1)), { suggestionId: id })
    expect((await getSuggestion(reviewer, id))?.contact).toBe('bo@mail.example')
    await forgetContact(worker(later), { suggestionId: id })
    await forgetContact(worker(later), { suggestionId: id })
    expect((await getSuggestion(reviewer, id))?.contact).toBeNull()
    expect(await db().auditEvent.count({ where: { entityId: id, type: 'suggestion.contact_forgotten' } })).toBe(1)
    expect(await refusalOf(forgetContact(reviewer, { suggestionId: id }))).toBe('FORBIDDEN')
  })

  test('a contact whose job was thrown away is deleted all the same, and no other', async () => {
    const { id } = await suggested({ contact: 'cy@mail.example' })
    await pool().query(`SELECT graphile_worker.remove_job($1)`, [`forget_contact:${id}`])
    await forgetOldContacts(worker(new Date(later.getTime() - 1)))
    expect((await getSuggestion(reviewer, id))?.contact).toBe('cy@mail.example')
    expect(await forgetOldContacts(worker(later))).toBeGreaterThan(0)
    expect((await getSuggestion(reviewer, id))?.contact).toBeNull()
    expect(await db().auditEvent.count({ where: { entityId: id, type: 'suggestion.contact_forgotten' } })).toBe(1)
    expect(await forgetOldContacts(worker(later))).toBe(0)
    expect(await refusalOf(forgetOldContacts(reviewer))).toBe('FORBIDDEN')
  })
})

describe('PostgreSQL', () => {
  test.each([
    [`UPDATE suggestion SET state = 'taken_up', claim_id = NULL`, 'suggestion_claim'],
    [`UPDATE suggestion SET state = 'declined', reason = NULL`, 'suggestion_'],
    [`UPDATE suggestion SET url = 'javascript:alert(1)'`, 'suggestion_address'],
    ['TRUNCATE suggestion', 'refused'],
  ])('refuses %s', async (sql, message) => {
    await expect(asOwner(sql)).rejects.toThrow(message)
  })
})
