import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepDecided } from '@/lib/claims/commands/differences'
import { extractCandidates } from '@/lib/claims/commands/extraction'
import { requestRereading, rereadAll } from '@/lib/claims/commands/rereading'
import { acceptCandidate } from '@/lib/claims/commands/triage'
import { listDifferences } from '@/lib/claims/queries/differences'
import { listOpenDifferences } from '@/lib/claims/queries/open-differences'
import { getCandidate } from '@/lib/claims/queries/reader'
import { getRereadingState } from '@/lib/claims/queries/rereading'
import { db, disconnect } from '@/lib/platform/db'
import { readArticle } from '@/lib/testing/articles'
import { ada, admin, differing, openDifferenceDesk, readBefore, text } from '@/lib/testing/differences'
import { acceptedClaim, candidatesOf, freshName } from '@/lib/testing/triage'
import { drainJobs } from '@/lib/worker/run'

beforeAll(openDifferenceDesk)
afterAll(disconnect)

describe('what is read differently, of all articles', () => {
  it('names each place with its fields, page by page, until somebody decides', async () => {
    const { candidate, articleId, difference } = await differing()
    const everywhere = async () => {
      const found: string[] = []
      let after: string | undefined
      do {
        const page = await listOpenDifferences(ada(), { after })
        expect(page.differences.length).toBeLessThanOrEqual(25)
        found.push(...page.differences.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after !== undefined)
      return found
    }
    const { differences } = await listOpenDifferences(ada(), {})
    expect(differences.find(({ id }) => id === difference.id)).toMatchObject({
      ...{ candidateId: candidate.id, candidateState: 'accepted', fields: ['window'], article: { id: articleId } },
    })
    expect(await everywhere()).toContain(difference.id)
    await keepDecided(ada(), { differenceId: difference.id })
    expect(await everywhere()).not.toContain(difference.id)
  })
})

describe('reading again', () => {
  it('keeps a decided candidate as it is and tells what is read otherwise', async () => {
    const { candidate, result, difference, claimId } = await differing()
    expect(result).toMatchObject({ outcome: 'extracted', differing: 1 })
    expect(difference).toMatchObject({ fields: ['window'], takeable: ['window'], isByOtherRules: true })
    expect(difference.was).toMatchObject({ dueFrom: '2026-01-01', dueTo: '2026-03-31' })
    expect(difference.now).toMatchObject({ dueFrom: '2026-07-01', dueTo: '2026-12-31' })
    expect(await getCandidate(ada(), candidate.id)).toMatchObject({ state: 'accepted', due: { to: '2026-03-31' } })
    expect(await db().claim.findUniqueOrThrow({ where: { id: claimId } })).toMatchObject({ revision: 1 })
  })

  it('does not propose the moved words of a decided candidate as a new one', async () => {
    const { articleId, candidate, candidates } = await acceptedClaim(ada(), text())
    const { quote, end } = candidate
    const shorter = { end: end - 5, quote: quote.slice(0, -5), suffix: `${quote.slice(-5)}${'.'}`.slice(0, 32) }
    await readBefore(candidate.id, shorter)
    await extractCandidates(admin(), articleId)
    const [difference] = await listDifferences(ada(), { candidateId: candidate.id })
    expect(difference).toMatchObject({ fields: ['span'], takeable: [] })
    expect(await db().candidate.count({ where: { articleId } })).toBe(candidates.length)
  })

  it('is silent where people decided what the newer rules read now', async () => {
    const { articleId, first } = await candidatesOf(ada(), text())
    await acceptCandidate(ada(), {
      ...{ candidateId: first.id, statement: 'A quay opens.', shortForm: 'A quay opens', kind: 'prediction' },
      speaker: { is: 'new', name: 'Lena Ostrow', kind: 'person' },
    })
    await readBefore(first.id, { kind: 'event', speakerText: 'the port' })
    expect(await extractCandidates(admin(), articleId)).toMatchObject({ differing: 0 })
    expect(await listDifferences(ada(), { candidateId: first.id })).toEqual([])
  })

  it('runs twice, and twice at once, without harm', async () => {
    const { articleId, candidate } = await acceptedClaim(ada(), text())
    await readBefore(candidate.id, { dueTo: '2026-08-31' })
    const results = await Promise.all([1, 2, 3].map(() => extractCandidates(admin(), articleId)))
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['extracted', 'unchanged', 'unchanged'])
    expect(await extractCandidates(admin(), articleId)).toMatchObject({ outcome: 'unchanged' })
    expect(await db().candidateDifference.count({ where: { candidateId: candidate.id } })).toBe(1)
  })

  it('a newer difference takes the place of the open one, and one that no longer holds goes', async () => {
    const { articleId, candidate, difference } = await differing()
    await readBefore(candidate.id, { certaintyWords: 'may' })
    await extractCandidates(admin(), articleId)
    const [newer, ...others] = await listDifferences(ada(), { candidateId: candidate.id })
    expect(newer).toMatchObject({ fields: ['window', 'certainty'] })
    expect([newer?.id === difference.id, others]).toEqual([false, []])
    await readBefore(candidate.id, { certaintyWords: 'will', dueFrom: '2026-07-01', dueTo: '2026-12-31' })
    await extractCandidates(admin(), articleId)
    expect(await listDifferences(ada(), { candidateId: candidate.id })).toEqual([])
  })
})

describe('reading all again', () => {
  it('keeps no reading of an earlier text, which would count as older for good', async () => {
    const url = `https://quay-daily.example/${freshName()}`
    const { articleId } = await readArticle(text(), { url })
    const changed = await readArticle(text(), { url })
    expect(changed.articleId).toBe(articleId)
    const readings = await db().snapshotReading.findMany({ where: { snapshot: { articleId } } })
    expect(readings.map(({ snapshotId }) => snapshotId)).toEqual([changed.snapshotId])
  })

  it('queues every article that older rules read, for an admin alone, and all are read by the present ones in the end', async () => {
    const { candidate } = await acceptedClaim(ada(), text())
    await readBefore(candidate.id, { dueTo: '2026-08-31' })
    expect(await getRereadingState(admin())).toMatchObject({ older: 1, isRunning: false })
    await expect(requestRereading(ada())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await Promise.all([requestRereading(admin()), requestRereading(admin())])
    expect(await getRereadingState(admin())).toMatchObject({ older: 1, isRunning: true })
    await drainJobs()
    expect(await getRereadingState(ada())).toMatchObject({ older: 0, isRunning: false })
    expect(await listDifferences(ada(), { candidateId: candidate.id })).toHaveLength(1)
    await expect(requestRereading(admin())).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  it('from the command line sums up what was found, and finds nothing the second time', async () => {
    const [one, two] = [await acceptedClaim(ada(), text()), await acceptedClaim(ada(), text())]
    await readBefore(one.candidate.id, { dueTo: '2026-08-31' })
    await readBefore(two.candidate.id, {})
    const removed = one.candidates.length + two.candidates.length - 2
    expect(await rereadAll(admin())).toMatchObject({ read: 2, differing: 1, kept: 2, removed, failed: [] })
    expect(await rereadAll(admin())).toMatchObject({ read: 0 })
    await expect(rereadAll(ada())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
