import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '@/lib/audit/queries'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { makeNewsroom } from '@/lib/testing/predictions'
import { acceptedClaim, freshName } from '@/lib/testing/triage'
import { updateClaim } from './commands'
import { makeSpeaker } from './commands/speakers'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People

const accepted = () =>
  acceptedClaim(people.ada.ctx(NOW), `The port of ${freshName()} handled 54,000 containers last year.`)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

/** The draft of a next version, as the floor above makes it. */
async function draftVerdictRow(claimId: string) {
  const settingId = await makeNewsroom()
  await db().verdict.create({
    data: { id: newId(), claimId, ordinal: 1, settingId, authorId: people.ben.id, createdAt: NOW },
  })
}

describe('editing a claim', () => {
  it('keeps an opened prediction with its speaker, also while a verdict is drafted', async () => {
    const claim = await accepted()
    const { id, revision, statement, shortForm, kind } = await db().claim.update({
      where: { id: claim.claimId },
      data: { state: 'published', kind: 'prediction', firstPublishedAt: NOW },
    })
    await draftVerdictRow(id)
    const { speakerId } = await makeSpeaker(people.ben.ctx(NOW), { name: 'Dock board', kind: 'organisation' })
    await expect(
      updateClaim(people.ben.ctx(NOW), { id, revision, statement, shortForm, kind, speakerId }),
    ).rejects.toMatchObject({ code: 'MOVE_REFUSED', text: expect.stringContaining('opened') })
    expect(await db().claim.findUnique({ where: { id } })).toMatchObject({ speakerId: null })
  })

  it('gives the second of two people the conflict with the text of the first', async () => {
    const claim = await accepted()
    const edit = (who: 'ada' | 'ben', statement: string) =>
      updateClaim(people[who].ctx(NOW), {
        ...{ id: claim.claimId, revision: 1, statement, shortForm: 'A port', kind: 'event', speakerId: null },
      })
    const results = await Promise.allSettled([edit('ada', 'By Ada.'), edit('ben', 'By Ben.')])
    const won = results.findIndex((result) => result.status === 'fulfilled')
    expect(results[1 - won]).toMatchObject({
      status: 'rejected',
      reason: { code: 'STALE', details: { revision: 2, theirs: { statement: won === 0 ? 'By Ada.' : 'By Ben.' } } },
    })
  })

  it('keeps statement, address and speaker of a published claim, also while a version of its verdict is written', async () => {
    const claim = await accepted()
    const before = await db().claim.update({
      where: { id: claim.claimId },
      data: { state: 'published', firstPublishedAt: NOW },
    })
    const { id, revision, statement, shortForm, kind } = before
    await expect(
      updateClaim(people.ben.ctx(NOW), { id, revision, statement: 'Else.', shortForm, kind, speakerId: null }),
    ).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    const speaker = await db().speaker.create({
      data: { id: newId(), slug: newId(), name: 'Port board', kind: 'organisation', sameAs: [], createdAt: NOW },
    })
    const edit = { id, revision, statement, shortForm, kind, speakerId: speaker.id }
    await draftVerdictRow(id)
    await expect(updateClaim(people.ben.ctx(NOW), edit)).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('correction'),
      fields: { speakerId: expect.any(String) },
    })
    expect(await db().claim.findUnique({ where: { id } })).toMatchObject({ speakerId: null, slug: before.slug })
  })
})

it('leaves chains of events that verify', async () => {
  expect(await verifyLedger()).toMatchObject({ broken: null })
})
