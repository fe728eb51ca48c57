import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { acceptedClaim, freshName } from '@/lib/testing/triage'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
let made: Awaited<ReturnType<typeof acceptedClaim>>

/** Runs SQL as the owner of the tables, whom no privilege stops: only the guard may. */
const attempt = (sql: string) => asOwner(sql).then(() => 'done')

beforeAll(async () => {
  people = await makePeople(NOW)
  made = await acceptedClaim(people.ada.ctx(NOW), `The port of ${freshName()} handled 54,000 containers in 2024 😀.`)
})
afterAll(disconnect)

describe('an occurrence', () => {
  it.each(['quote', 'prefix', 'suffix', 'speaker_text'])('keeps its %s', async (column) => {
    await expect(attempt(`UPDATE occurrence SET ${column} = 'else' WHERE id = '${made.occurrenceId}'`)).rejects.toThrow(
      /immutable/,
    )
  })

  it('keeps its place, and is never deleted or truncated', async () => {
    await expect(attempt(`UPDATE occurrence SET start = start + 1 WHERE id = '${made.occurrenceId}'`)).rejects.toThrow()
    await expect(attempt(`DELETE FROM occurrence WHERE id = '${made.occurrenceId}'`)).rejects.toThrow(/refused/)
    await expect(attempt('TRUNCATE occurrence CASCADE')).rejects.toThrow(/refused/)
  })
})

describe('a candidate', () => {
  const change = (set: string) => attempt(`UPDATE candidate SET ${set} WHERE id = '${made.candidate.id}'`)

  it.each([
    ['another quote', `quote = 'x' || substr(quote, 2)`, /not what stands at/],
    ['a place one further', `start = start + 1, "end" = "end" + 1`, /not what stands at/],
    ['a place beyond the text', `start = 90000, "end" = 90000 + ("end" - start)`, /not what stands at/],
    ['a window that ends before it begins', `due_from = '2026-05-02', due_to = '2026-05-01'`, /due_ordered/],
    ['half a window', `due_from = '2026-05-02', due_to = NULL`, /due_ordered/],
    ['a day that the calendar has not', `due_from = '2026-02-30', due_to = '2026-03-01'`, /due_days/],
    ['a score over 1', 'check_worthiness = 1.2', /check_worthiness/],
    ['a decision without its instant', 'decided_at = NULL', /candidate_decided/],
    ['a rejection without a reason', `state = 'rejected', decision_reason = ' '`, /with_reason/],
  ])('refuses %s', async (_what, set, message) => {
    await expect(change(set)).rejects.toThrow(message)
  })
})

describe('a claim', () => {
  const change = (set: string) => attempt(`UPDATE claim SET ${set} WHERE id = '${made.claimId}'`)

  it.each([
    ['an empty statement', `statement = ' '`, /statement_given/],
    ['a short form of 76 characters', `short_form = repeat('x', 76)`, /short_form_length/],
    ['being merged into itself', `state = 'merged', merged_into_id = id`, /merged_into_itself/],
    ['being merged into nothing', `state = 'merged'`, /merged_names_target/],
    ['being hidden without a reason', `state = 'hidden'`, /hidden_with_reason/],
  ])('refuses %s', async (_what, set, message) => {
    await expect(change(set)).rejects.toThrow(message)
  })

  it('that was published keeps its statement, address and instant, and is never deleted', async () => {
    const other = await acceptedClaim(
      people.ada.ctx(NOW),
      `The port of ${freshName()} handled 12,000 containers in 2024.`,
    )
    await db().claim.update({ where: { id: other.claimId }, data: { state: 'published', firstPublishedAt: NOW } })
    for (const set of [
      `statement = 'else'`,
      `slug = 'else'`,
      `short_form = 'else'`,
      `kind = 'event'`,
      'first_published_at = NULL',
    ])
      await expect(attempt(`UPDATE claim SET ${set} WHERE id = '${other.claimId}'`)).rejects.toThrow(/published/)
    await expect(attempt(`DELETE FROM claim WHERE id = '${other.claimId}'`)).rejects.toThrow(/refused/)
  })
})

describe('a quantity', () => {
  const insert = (columns: string, values: string) =>
    attempt(
      `INSERT INTO quantity (id, position, text, unit, modifier, ${columns}) VALUES (gen_random_uuid(), 9, '9', '', 'exact', ${values})`,
    )

  it.each([
    ['no owner', 'value', '9', /one_owner/],
    ['no value', 'claim_id', `'CLAIM'`, /has_value/],
    ['a range that ends below its beginning', 'claim_id, low, high', `'CLAIM', 9, 5`, /range_ordered/],
    ['half a place', 'claim_id, value, start', `'CLAIM', 9, 1`, /quantity_span/],
    ['a day that the calendar has not', 'claim_id, value, as_of_on', `'CLAIM', 9, '2026-13-01'`, /as_of_day/],
  ])('refuses %s', async (_what, columns, values, message) => {
    await expect(insert(columns, values.replace('CLAIM', made.claimId))).rejects.toThrow(message)
  })
})

it('a speaker of an unnamed group has a publisher, and nobody else has', async () => {
  await expect(
    attempt(
      `INSERT INTO speaker (id, slug, name, kind, created_at) VALUES (gen_random_uuid(), 'x-1', 'x', 'unnamed', now())`,
    ),
  ).rejects.toThrow(/unnamed_has_publisher|same_as/)
})
