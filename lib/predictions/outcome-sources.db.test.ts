import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeCopy } from '@/lib/evidence/commands/copies'
import { listOutcomeBadges } from '@/lib/evidence/queries/badges'
import { getSource } from '@/lib/evidence/queries/copies'
import { db, disconnect } from '@/lib/platform/db'
import { type LocalSite, startLocalSite } from '@/lib/testing/local-site'
import { editor, opened, openOutcomeDesk, recorded, reviewer, source } from '@/lib/testing/outcomes'
import { asOwner } from '@/lib/testing/owner'
import { FERRY_EXCERPT, ferryPage } from '@/lib/testing/sources'
import { approveJudgement, proposeJudgement } from './commands/judgements'
import { approveOutcome, undoOutcome } from './commands/outcome-approval'
import { addOutcomeSource, changeOutcomeSource, removeOutcomeSource } from './commands/outcome-sources'
import { saveOutcome, submitOutcome } from './commands/outcomes'
import { getOutcome } from './queries/outcomes'
import { getPublicPrediction } from './queries/public'

let site: LocalSite
beforeAll(async () => {
  process.env.FETCH_ALLOW = '127.0.0.1:*'
  await openOutcomeDesk()
  site = await startLocalSite()
})
afterAll(async () => {
  await site.stop()
  await disconnect()
})

let n = 0
async function fetched() {
  const url = site.put(`/ferry-${++n}`, { body: ferryPage() })
  return { url, copyId: (await takeCopy(reviewer, { url })).copyId }
}
const cites = (outcome: { id: string; revision: number }, more: object) => ({
  ...{ ...outcome, title: 'Ferry line', kind: 'primary' as const, retrievedOn: '2026-01-20', excerpt: FERRY_EXCERPT },
  ...{ publisherName: 'Harbour Gazette', publishedOn: '2026-01-12', archiveUrl: null, sourceId: null, url: null },
  ...{ copyId: null, excerptStart: null, excerptEnd: null, ...more },
})
const citedOf = async (id: string) =>
  db().outcomeSource.findMany({ where: { outcomeId: id }, orderBy: { position: 'asc' } })

describe('a source of an outcome', () => {
  test('is chosen in a copy, has a badge, and is what is approved', async () => {
    const predictionId = await opened()
    const begun = await recorded([{ predictionId }])
    const added = await addOutcomeSource(reviewer, cites(begun, await fetched()))
    expect(added).toMatchObject({ revision: begun.revision + 1, isKnownSource: false })
    const [, cited] = await citedOf(begun.id)
    expect(cited).toMatchObject({
      excerpt: FERRY_EXCERPT,
      excerptEnd: (cited?.excerptStart ?? 0) + FERRY_EXCERPT.length,
    })
    expect((await listOutcomeBadges(reviewer, begun.id)).get(cited?.id ?? '')?.state).toBe('verified')
    const seen = await getSource(reviewer, cited?.sourceId ?? '')
    expect(seen?.outcomeSources.map(({ outcome }) => outcome.id)).toEqual([begun.id])
    await submitOutcome(reviewer, added)
    await approveOutcome(editor, added)
    await expect(asOwner(`UPDATE outcome_source SET title = 'x' WHERE id = '${cited?.id}'`)).rejects.toThrow(/approved/)
  })

  test('that comes with the first save is watched again, as one that is gathered', async () => {
    const begun = await recorded([{ predictionId: await opened() }])
    const copy = await fetched()
    await addOutcomeSource(reviewer, cites(begun, copy))
    const { sourceId } = (await citedOf(begun.id))[1] ?? { sourceId: '' }
    await db().sourceWatch.update({ where: { sourceId }, data: { nextCheckAt: null } })
    const sources = [{ ...source, url: copy.url }]
    const content = { statement: 'The ferry ran.', hasHappened: false, days: null, sources }
    const input = { id: null, revision: null, content: { ...content, value: null, unit: null, note: null } }
    await saveOutcome(reviewer, input)
    expect((await db().sourceWatch.findUniqueOrThrow({ where: { sourceId } })).nextCheckAt).not.toBeNull()
  })

  test('is used again by its address, also under another title', async () => {
    const [one, two] = [await recorded([]), await recorded([])]
    const copied = await fetched()
    await addOutcomeSource(reviewer, cites(one, copied))
    const again = await addOutcomeSource(reviewer, cites(two, { ...copied, title: 'The ferry line, once more' }))
    expect(again.isKnownSource).toBe(true)
    const [first, second] = [(await citedOf(one.id)).at(-1), (await citedOf(two.id)).at(-1)]
    expect(first?.sourceId).toBe(second?.sourceId)
    expect([first?.title, second?.title]).toEqual(['Ferry line', 'The ferry line, once more'])
  })

  test('cites other words, or is taken off; each is a save, and takes a submission back', async () => {
    const begun = await recorded([{ predictionId: await opened() }])
    const added = await addOutcomeSource(reviewer, cites(begun, await fetched()))
    await submitOutcome(reviewer, added)
    const cited = (await citedOf(begun.id)).at(-1)
    const of = { id: begun.id, citedId: cited?.id ?? '' }
    const words = { excerpt: '41,200 people', copyId: null, excerptStart: null, excerptEnd: null }
    const changed = await changeOutcomeSource(reviewer, { ...of, revision: added.revision, ...words })
    expect((await getOutcome(reviewer, begun.id))?.state).toBe('draft')
    expect((await citedOf(begun.id)).at(-1)).toMatchObject({ excerpt: '41,200 people', copyId: cited?.copyId })
    await expect(removeOutcomeSource(reviewer, { ...of, revision: added.revision })).rejects.toMatchObject({
      code: 'STALE',
    })
    const removed = await removeOutcomeSource(reviewer, { ...of, revision: changed.revision })
    expect(await citedOf(begun.id)).toHaveLength(1)
    await expect(removeOutcomeSource(reviewer, { ...of, revision: removed.revision })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await db().outcomeSave.count({ where: { outcomeId: begun.id } })).toBe(removed.revision)
  })

  test('keeps its place when the rest is saved, and goes along when an undone outcome is recorded again', async () => {
    const begun = await recorded([{ predictionId: await opened() }])
    const added = await addOutcomeSource(reviewer, cites(begun, await fetched()))
    const view = await getOutcome(reviewer, begun.id)
    if (view === null) throw new Error('the outcome is there')
    const saved = await saveOutcome(reviewer, { ...added, content: { ...view.content, note: 'Also by night.' } })
    const cited = (await citedOf(begun.id)).at(-1)
    expect(cited?.copyId).not.toBeNull()
    await submitOutcome(reviewer, saved)
    await approveOutcome(editor, saved)
    await undoOutcome(editor, { id: begun.id, reason: 'Another ferry.' })
    const content = { ...view.content, sources: [] }
    const again = await saveOutcome(reviewer, {
      ...{ id: null, revision: null, content, isSourcesKept: true, fromId: begun.id },
    })
    const taken = await citedOf(again.id)
    expect(taken.map(({ excerpt, copyId }) => [excerpt, copyId])).toEqual([
      [source.excerpt, null],
      [FERRY_EXCERPT, cited?.copyId],
    ])
  })

  test('says what stands at its place, in a copy of its own source', async () => {
    const begun = await recorded([])
    await addOutcomeSource(reviewer, cites(begun, await fetched()))
    const cited = (await citedOf(begun.id)).at(-1)
    const set = (change: string) => asOwner(`UPDATE outcome_source SET ${change} WHERE id = '${cited?.id}'`)
    await expect(set(`excerpt = 'Other words'`)).rejects.toThrow(/not what stands at/)
    await expect(set(`copy_id = NULL`)).rejects.toThrow(/place_whole/)
  })
})

describe('a judgement', () => {
  test('of a failed condition says where that is read, to readers too; its sources never change', async () => {
    const predictionId = await opened({ conditionWords: 'if the treaty is signed' })
    const { claimId } = await db().prediction.findUniqueOrThrow({ where: { id: predictionId } })
    const { id } = await proposeJudgement(reviewer, {
      ...{ predictionId, kind: 'void', reason: 'The treaty was not signed.' },
      sources: [
        { url: 'https://harbour.example/treaty', title: 'No treaty', excerpt: 'The talks ended without a signature.' },
      ],
    })
    const where = `WHERE judgement_id = '${id}'`
    await expect(asOwner(`UPDATE judgement_source SET title = 'x' ${where}`)).rejects.toThrow(/refused/)
    await expect(asOwner(`DELETE FROM judgement_source ${where}`)).rejects.toThrow(/refused/)
    const copy = `INSERT INTO judgement_source SELECT gen_random_uuid(), judgement_id, source_id, url, title,
      publisher_name, published_on, excerpt, 1 FROM judgement_source ${where}`
    // neither while it waits for approval, nor after
    await expect(asOwner(copy)).rejects.toThrow(/was proposed/)
    const rewrite = `UPDATE judgement SET reason = reason WHERE id = '${id}'`
    await expect(asOwner(`${rewrite}; ${copy}`)).rejects.toThrow(/immutable but for one decision/)
    await approveJudgement(editor, { judgementId: id })
    await expect(asOwner(copy)).rejects.toThrow(/was proposed/)
    expect((await getPublicPrediction(claimId))?.resolution).toMatchObject({
      kind: 'void',
      sources: [{ title: 'No treaty', excerpt: 'The talks ended without a signature.' }],
    })
  })
})
