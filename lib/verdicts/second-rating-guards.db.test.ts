import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { makeRatingDesk, type RatingDesk } from '@/lib/testing/second-person'
import { approveVerdict } from './commands/approval'
import { giveSecondRating, lookAtVerdict } from './commands/second-rating'
import { listAgreement } from './queries/agreement'

let people: RatingDesk['people']
let at: RatingDesk['at']
let submitted: RatingDesk['submitted']
let setBlind: RatingDesk['setBlind']
beforeAll(async () => {
  ;({ people, at, submitted, setBlind } = await makeRatingDesk())
})
afterAll(disconnect)

describe('PostgreSQL keeps second ratings honest', () => {
  beforeAll(() => setBlind(true))
  afterAll(() => setBlind(false))

  type Change = Partial<
    Record<
      'revision' | 'rating' | 'first_rating' | 'first_rater_id' | 'rater_id' | 'not_blind_because' | 'setting_id',
      string
    >
  >
  async function ratingRow(verdict: { id: string; revision: number }, change: Change = {}): Promise<string> {
    const { settingId } = await db().verdict.findUniqueOrThrow({ where: { id: verdict.id } })
    const row = {
      ...{ id: newId(), verdict_id: verdict.id, revision: String(verdict.revision), rater_id: people.ben.id },
      ...{ rating: 'false', first_rating: 'mostly-false', first_rater_id: people.ada.id, setting_id: settingId },
      given_at: '2025-10-22T12:00:00Z',
      ...change,
    }
    return `INSERT INTO second_rating (${Object.keys(row).join(', ')}) VALUES ('${Object.values(row).join("', '")}')`
  }

  test('only what is true is taken', async () => {
    const verdict = await submitted()
    const first = await db().setting.findUniqueOrThrow({ where: { version: 1 } })
    const lies: [Change, RegExp][] = [
      [{ first_rating: 'true' }, /does not wait with this revision, rating and scale/],
      [{ revision: '1' }, /does not wait with this revision/],
      [{ setting_id: first.id }, /does not wait with this revision, rating and scale/],
      [{ rating: 'pants-on-fire' }, /not in the scale/],
      [{ first_rater_id: people.dora.id }, /did not put down the first rating/],
      [{ not_blind_because: 'looked' }, /not as blind as it says/],
      [{ rater_id: people.ada.id }, /not as blind as it says/],
    ]
    for (const [lie, refusal] of lies) await expect(asOwner(await ratingRow(verdict, lie))).rejects.toThrow(refusal)
    await lookAtVerdict(at('ben'), verdict)
    await expect(asOwner(await ratingRow(verdict))).rejects.toThrow(/not as blind as it says/)
    await asOwner(await ratingRow(verdict, { not_blind_because: 'looked' }))
    await expect(asOwner(await ratingRow(verdict, { not_blind_because: 'looked' }))).rejects.toThrow(
      /second_rating_verdict_id_rater_id_key/,
    )
    await expect(asOwner('UPDATE second_rating SET not_blind_because = NULL')).rejects.toThrow(/immutable/)
    await expect(asOwner('DELETE FROM second_rating')).rejects.toThrow(/immutable/)
    await expect(asOwner('DELETE FROM verdict_look')).rejects.toThrow(/immutable/)
    await expect(asOwner('TRUNCATE verdict_look')).rejects.toThrow(/immutable/)
  })

  test('none is taken while the desk asks for none', async () => {
    const verdict = await submitted()
    await setBlind(false)
    await expect(asOwner(await ratingRow(verdict))).rejects.toThrow(/no second rating is asked/)
    await setBlind(true)
  })

  test('nothing is published by somebody who gave none', async () => {
    const { id, revision } = await submitted()
    const publish = `UPDATE verdict SET state = 'published', approver_id = '${people.ben.id}', published_at = now(), frozen = '{}' WHERE id = '${id}'`
    await expect(asOwner(publish)).rejects.toThrow(/gave no rating of their own/)
    await giveSecondRating(at('dora'), { id, revision, rating: 'false' })
    await expect(asOwner(publish)).rejects.toThrow(/gave no rating of their own/)
  })
})

describe('the report on agreement', () => {
  beforeAll(() => setBlind(true))
  afterAll(() => setBlind(false))

  test('counts decided verdicts that were rated blind, per first and second person; the others are listed', async () => {
    const before = (await listAgreement(at('cleo'))).rows.length
    const decided = await submitted('false')
    await giveSecondRating(at('dora'), { ...decided, rating: 'false' })
    const seen = await submitted('false')
    await lookAtVerdict(at('dora'), seen)
    await giveSecondRating(at('dora'), { ...seen, rating: 'true' })
    await approveVerdict(at('dora'), seen)
    expect((await listAgreement(at('cleo'))).rows).toHaveLength(before + 1)
    await approveVerdict(at('dora'), decided)
    const { rows } = await listAgreement(at('cleo'))
    expect(rows).toHaveLength(before + 2)
    expect(rows[0]).toMatchObject({ claim: { id: seen.claimId }, second: 'true', notBlindBecause: 'looked' })
    expect(rows[1]).toMatchObject({ claim: { id: decided.claimId }, second: 'false', notBlindBecause: null })
    expect(rows[0]?.firstRater.name).toBe('Ada Marsh')
    expect(rows[0]?.secondRater.name).toBe('Dora Lindqvist')
  })

  test('is read by admins only', async () => {
    for (const name of ['ada', 'ben', 'dora'] as const)
      await expect(listAgreement(at(name))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
