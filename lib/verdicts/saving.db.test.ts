import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verifyLedger } from '@/lib/audit/queries'
import { isAppError } from '@/lib/core/errors'
import { db, disconnect } from '@/lib/platform/db'
import { makePerson } from '@/lib/testing/predictions'
import { content, openVerdictDesk, type VerdictDesk, verdictRow } from '@/lib/testing/verdict-desk'
import { approveVerdict } from './commands/approval'
import { saveVerdict, startVerdict } from './commands/drafts'
import { contentOf } from './present'
import { listPublishedVersions } from './queries'
import { mergeContents } from './rules'
import { VerdictContent } from './schema'

let ada: VerdictDesk['ada']
let ben: VerdictDesk['ben']
let dora: VerdictDesk['dora']
let freshClaim: VerdictDesk['freshClaim']
let submitted: VerdictDesk['submitted']

beforeAll(async () => {
  ;({ ada, ben, dora, freshClaim, submitted } = await openVerdictDesk())
})
afterAll(disconnect)

const NAMES = ['Edda', 'Finn', 'Gita', 'Hugo', 'Iris', 'Jonas', 'Kaja']
/** What a refused save is told of the one that won. */
const Conflict = z.object({
  revision: z.int(),
  theirs: z.object({ content: VerdictContent, savedBy: z.string(), savedAt: z.iso.datetime().nullable() }),
})

/** On a machine with other work a hundred may queue for longer than a transaction waits to begin: sent again, as a desk would. */
async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('Unable to start a transaction'))) throw error
    }
  }
}

describe('two people at once', () => {
  test('the second sees the other text, and nothing of either is lost', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    await saveVerdict(dora, { id, revision: 1, ...content({ summary: 'Dora wrote this.' }) })
    await expect(
      saveVerdict(ada, { id, revision: 1, ...content({ summary: 'Ada wrote this.' }) }),
    ).rejects.toMatchObject({
      code: 'STALE',
      details: { revision: 2, theirs: { savedBy: 'Dora Lindqvist', content: { summary: 'Dora wrote this.' } } },
    })
    expect((await verdictRow(id)).summary).toBe('Dora wrote this.')
  })

  test('of a hundred saves of one revision one wins; the others see its text, keep theirs, and can all save after it', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    const base = contentOf({ ...(await verdictRow(id)), correction: null })
    const writers = [ada, ben, dora, ...(await Promise.all(NAMES.map((name) => makePerson(name, ['reviewer']))))]
    const sent = Array.from({ length: 100 }, (_, n) => ({
      by: writers[n % writers.length] ?? ada,
      text: { ...base, ...content({ summary: `Text ${n}`, rationale: `What **writer ${n}** found.` }) },
    }))
    const saves = await Promise.allSettled(
      sent.map(({ by, text }) => untilAnswered(() => saveVerdict(by, { id, revision: 1, ...text }))),
    )
    const stored = await verdictRow(id)
    const winner = sent.find(({ text }) => text.summary === stored.summary)
    expect([stored.revision, winner?.text.rationale]).toEqual([2, stored.rationale])

    const refused = saves.flatMap((save, n) => (save.status === 'rejected' ? [{ ...save, own: sent[n] }] : []))
    expect(refused).toHaveLength(99)
    for (const { reason, own } of refused) {
      if (!isAppError(reason, 'STALE') || own === undefined) throw reason
      const { revision, theirs } = Conflict.parse(reason.details)
      expect([revision, theirs.savedBy]).toEqual([2, winner?.by.actor.name])
      expect(theirs.savedAt).not.toBeNull()
      // what the conflict view shows: both texts whole, to be chosen between field by field
      const toChoose = mergeContents(base, own.text, theirs.content).filter(({ kind }) => kind === 'choose')
      expect(toChoose.map(({ field, mine }) => [field, mine])).toEqual([
        ['summary', own.text.summary],
        ['rationale', own.text.rationale],
      ])
      expect(toChoose.map(({ theirs: text }) => text)).toEqual([winner?.text.summary, winner?.text.rationale])
    }

    // each of them saves what the form still holds over the revision that it was told of
    let revision = 2
    for (const { own } of refused) if (own) ({ revision } = await saveVerdict(own.by, { id, revision, ...own.text }))
    const kept = await db().verdictSave.findMany({ where: { verdictId: id }, orderBy: { revision: 'asc' } })
    expect(kept.map((save) => save.revision)).toEqual(Array.from({ length: 101 }, (_, n) => n + 1))
    const texts = kept.map((save) => VerdictContent.parse(save.content).summary)
    expect(new Set(texts)).toEqual(new Set(['', ...sent.map(({ text }) => text.summary)]))
    const told = await db().auditEvent.count({ where: { entityId: claim.claimId, type: 'verdict.saved' } })
    expect(told).toBe(100)
    expect((await verifyLedger()).broken).toBeNull()
  })

  test('of two approvals at once one counts', async () => {
    const made = await submitted()
    const both = await Promise.allSettled([approveVerdict(ben, made), approveVerdict(dora, made)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await listPublishedVersions(made.claimId)).toHaveLength(1)
  })

  test('the same text sent twice counts as saved', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    await saveVerdict(ada, { id, revision: 1, ...content() })
    expect(await saveVerdict(ada, { id, revision: 1, ...content() })).toMatchObject({ revision: 2 })
  })
})
