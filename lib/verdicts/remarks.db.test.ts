import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import type { PersonaName } from '@/lib/testing/personas'
import { makeRatingDesk, type RatingDesk } from '@/lib/testing/second-person'
import { approveVerdict, sendBackVerdict } from './commands/approval'
import { saveVerdict, submitVerdict } from './commands/drafts'
import { addRemark, dealWithRemark, reopenRemark, replyToRemark } from './commands/remarks'
import { listRemarks } from './queries/remarks'

let people: RatingDesk['people']
let at: RatingDesk['at']
let submitted: RatingDesk['submitted']
let workspaceOf: RatingDesk['workspaceOf']
let stored: RatingDesk['stored']
beforeAll(async () => {
  ;({ people, at, submitted, workspaceOf, stored } = await makeRatingDesk())
})
afterAll(disconnect)

const sendBack = (id: string, revision: number) =>
  sendBackVerdict(at('ben'), { id, revision, reason: 'Say which pier.' })

async function remarksOf(name: PersonaName, claimId: string) {
  const { version } = await workspaceOf(name, claimId)
  return version ? listRemarks(at(name), version) : []
}

describe('remarks', () => {
  test('words of the exact revision are quoted, found again after an edit, and told to be gone when they are', async () => {
    const { claimId, id, revision } = await submitted()
    await addRemark(at('ben'), { id, revision, field: 'summary', quote: 'this sentence', body: 'Which one?' })
    await addRemark(at('ben'), { id, revision, field: 'rating', body: 'Why not false?' })
    await addRemark(at('ben'), { id, revision, field: 'rationale', quote: '**register**', start: 4, body: 'Of what?' })
    await sendBack(id, revision)
    const saved = await saveVerdict(at('ada'), {
      ...{ id, revision, ...(await stored(id)) },
      summary: 'Here, this sentence is moved.',
      rationale: 'The count says so.',
    })
    const remarks = await remarksOf('ada', claimId)
    expect(remarks.map(({ field, place, isOpen }) => [field, place.is, isOpen])).toEqual([
      ['rating', 'whole', true],
      ['summary', 'found', true],
      ['rationale', 'gone', true],
    ])
    expect(remarks[1]?.place).toEqual({ is: 'found', span: { start: 6, end: 19 } })
    expect(
      (await listHistory(at('ada'), 'claim', claimId)).filter(({ type }) => type === 'verdict.remarked'),
    ).toHaveLength(3)
    await submitVerdict(at('ada'), { id, revision: saved.revision })
    expect(await remarksOf('ben', claimId)).toHaveLength(3)
  })

  test.each([
    ['words that do not stand there', { field: 'summary', quote: 'that sentence' }, /do not stand in this field/],
    ['words that stand there twice', { field: 'summary', quote: 'e' }, /more than once/],
    ['words of a rating', { field: 'rating', quote: 'mostly' }, /no words can be quoted/],
  ] as const)('%s are refused at their field', async (_name, about, message) => {
    const { id, revision } = await submitted()
    await expect(addRemark(at('ben'), { id, revision, body: 'Hm.', ...about })).rejects.toMatchObject({
      fields: { quote: expect.stringMatching(message) },
    })
    expect(await db().verdictRemark.count({ where: { verdictId: id } })).toBe(0)
  })

  test('a remark on a revision that does not wait any more is refused as stale', async () => {
    const { id, revision } = await submitted()
    const saved = await saveVerdict(at('ada'), { id, revision, ...(await stored(id)), summary: 'Anew.' })
    await submitVerdict(at('ada'), { id, revision: saved.revision })
    await expect(addRemark(at('ben'), { id, revision, field: 'summary', body: 'Old.' })).rejects.toMatchObject({
      code: 'STALE',
    })
  })

  test('a reason is still needed to send back, whatever remarks there are', async () => {
    const { id, revision } = await submitted()
    await addRemark(at('ben'), { id, revision, field: 'summary', body: 'Shorter.' })
    await expect(sendBackVerdict(at('ben'), { id, revision, reason: ' ' })).rejects.toThrow(/The reason is needed/)
  })

  test('the writer deals with one, the second person opens it again, and both twice changes nothing', async () => {
    const { claimId, id, revision } = await submitted()
    const remark = await addRemark(at('ben'), { id, revision, field: 'summary', body: 'Shorter.' })
    const about = { remarkId: remark.id }
    await replyToRemark(at('ada'), { ...about, body: 'How short?' })
    await dealWithRemark(at('ada'), { ...about, body: 'Cut by half.' })
    await dealWithRemark(at('ada'), about)
    expect((await remarksOf('ben', claimId))[0]).toMatchObject({ isOpen: false, mayReopen: true, mayDealWith: false })
    await reopenRemark(at('ben'), { ...about, body: 'Still too long.' })
    await reopenRemark(at('ben'), about)
    const [view] = await remarksOf('ada', claimId)
    expect(view).toMatchObject({ isOpen: true, mayDealWith: true })
    expect(view?.steps.map(({ kind }) => kind)).toEqual(['reply', 'dealt_with', 'reopened'])
  })

  test('once the verdict is published its remarks stay as they are', async () => {
    const { id, revision } = await submitted()
    const remark = await addRemark(at('ben'), { id, revision, field: 'summary', body: 'Fine, but shorter next time.' })
    await approveVerdict(at('ben'), { id, revision })
    await expect(replyToRemark(at('ada'), { remarkId: remark.id, body: 'Thanks.' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    await expect(asOwner(stepRow(remark.id, people.ada.id, 'reply', 'Thanks.'))).rejects.toThrow(/is decided/)
  })

  // ada wrote, ben remarked, dora is another editor, cleo runs the place
  test.each([
    ['addRemark', { ada: false, ben: true, cleo: false, dora: true }],
    ['replyToRemark', { ada: true, ben: true, cleo: false, dora: true }],
    ['dealWithRemark', { ada: true, ben: true, cleo: false, dora: false }],
    ['reopenRemark', { ada: true, ben: true, cleo: false, dora: true }],
  ] as const)('who may: %s', async (command, allowed) => {
    for (const [name, may] of Object.entries(allowed) as [keyof typeof allowed, boolean][]) {
      const { id, revision } = await submitted()
      const { id: remarkId } = await addRemark(at('ben'), { id, revision, field: 'summary', body: 'Shorter.' })
      if (command === 'reopenRemark') await dealWithRemark(at('ada'), { remarkId })
      const run = {
        addRemark: () => addRemark(at(name), { id, revision, field: 'summary', body: 'And plainer.' }),
        replyToRemark: () => replyToRemark(at(name), { remarkId, body: 'I see.' }),
        dealWithRemark: () => dealWithRemark(at(name), { remarkId }),
        reopenRemark: () => reopenRemark(at(name), { remarkId }),
      }[command]
      if (may) await run()
      else await expect(run(), `${name}: ${command}`).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

const stepRow = (remarkId: string, author: string, kind: string, body: string | null) =>
  `INSERT INTO remark_step (id, remark_id, kind, body, author_id, created_at)
   VALUES ('${newId()}', '${remarkId}', '${kind}', ${body === null ? 'NULL' : `'${body}'`}, '${author}', now())`

const remarkRow = (
  verdictId: string,
  revision: number,
  quote: string,
  [start, end]: [number, number],
  field = 'summary',
) =>
  `INSERT INTO verdict_remark (id, verdict_id, revision, field, start, "end", quote, prefix, suffix, body, author_id, created_at)
   VALUES ('${newId()}', '${verdictId}', ${revision}, '${field}', ${start}, ${end}, '${quote}', '', '', 'Hm.', '${people.ben.id}', now())`

describe('PostgreSQL keeps remarks', () => {
  test('to the words that were saved, and to the revision that waits', async () => {
    const { id, revision } = await submitted()
    await expect(asOwner(remarkRow(id, revision, 'Only', [0, 4]))).resolves.toBeDefined()
    await expect(asOwner(remarkRow(id, revision, 'Onlx', [0, 4]))).rejects.toThrow(/is not what stands at/)
    await expect(asOwner(remarkRow(id, revision, 'Only', [1, 5]))).rejects.toThrow(/is not what stands at/)
    await expect(asOwner(remarkRow(id, 1, 'Only', [0, 4]))).rejects.toThrow(/does not wait/)
    await expect(asOwner(remarkRow(id, revision, 'Only', [0, 4], 'nothing'))).rejects.toThrow(/has no field/)
  })

  test('as they were written, and dealt with and opened again in turn', async () => {
    const { id, revision } = await submitted()
    const { id: remarkId } = await addRemark(at('ben'), { id, revision, field: 'summary', body: 'Shorter.' })
    await expect(asOwner(`UPDATE verdict_remark SET body = 'Fine.' WHERE id = '${remarkId}'`)).rejects.toThrow(
      /immutable/,
    )
    await expect(asOwner(`DELETE FROM verdict_remark WHERE id = '${remarkId}'`)).rejects.toThrow(/immutable/)
    await expect(asOwner('TRUNCATE verdict_remark CASCADE')).rejects.toThrow(/immutable/)
    const { id: ada } = people.ada
    await expect(asOwner(stepRow(remarkId, ada, 'reopened', null))).rejects.toThrow(/already/)
    await expect(asOwner(stepRow(remarkId, ada, 'reply', null))).rejects.toThrow(/reply_says_something/)
    await asOwner(stepRow(remarkId, ada, 'dealt_with', null))
    await expect(asOwner(stepRow(remarkId, ada, 'dealt_with', null))).rejects.toThrow(/already/)
    await expect(asOwner(`UPDATE remark_step SET kind = 'reply' WHERE remark_id = '${remarkId}'`)).rejects.toThrow(
      /immutable/,
    )
  })
})
