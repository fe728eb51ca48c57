import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { sayGone, sayPresent } from './commands/presence'
import { changeView, deleteView, saveView } from './commands/views'
import { listPresent } from './queries/presence'
import { listViews } from './queries/views'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
const on = (name: keyof People, afterMs = 0) => people[name].ctx(new Date(NOW.getTime() + afterMs))
const named = async (name: keyof People) => (await listViews(on(name), 'inbox')).map((view) => view.name)
const FIGURES = { page: 'inbox', query: 'kind=statistic&least=50' } as const

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

describe('saved views', () => {
  it('one’s own is seen by nobody else, a shared one by the whole desk with its maker', async () => {
    await saveView(on('ada'), { ...FIGURES, name: 'Large figures', isShared: false })
    await saveView(on('ada'), { ...FIGURES, name: 'Figures for all', isShared: true })
    expect(await named('ada')).toEqual(['Figures for all', 'Large figures'])
    expect(await listViews(on('ben'), 'inbox')).toMatchObject([
      { name: 'Figures for all', ownerName: 'Ada Marsh', isOwn: false, mayChange: true, query: FIGURES.query },
    ])
    expect(await listViews(on('ada'), 'claims')).toEqual([])
  })

  it('a shared one is changed by its maker or an editor, and by nobody on top of another', async () => {
    const { viewId } = await saveView(on('ada'), { ...FIGURES, name: 'Ours', isShared: true })
    const change = { viewId, revision: 1, name: 'Ours, narrower', isShared: true, query: 'least=80' }
    await expect(changeView(on('cleo'), change)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await changeView(on('ben'), change)
    await expect(changeView(on('ada'), change)).rejects.toMatchObject({ code: 'STALE' })
    await changeView(on('ada'), { viewId, revision: 2, name: 'Mine again', isShared: false })
    expect(await db().savedView.findUnique({ where: { id: viewId } })).toMatchObject({ query: 'least=80', revision: 3 })
    await expect(deleteView(on('ben'), { viewId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await deleteView(on('ada'), { viewId })
    expect(await db().savedView.count({ where: { id: viewId } })).toBe(0)
  })

  it('keeps filters only: an address elsewhere, signs and line breaks are refused', async () => {
    for (const query of ['https://bad.example/', 'a b', 'x=<script>', '#top', 'a=1\nb=2', 'a'.repeat(1001)])
      await expect(saveView(on('ada'), { page: 'inbox', name: 'Bad', query, isShared: false })).rejects.toMatchObject({
        name: 'ZodError',
      })
    await expect(
      asOwner(
        `INSERT INTO saved_view (id, page, name, query, owner_id, is_shared, created_at)
         VALUES ('${newId()}', 'inbox', 'Bad', 'a b', '${people.ada.id}', false, now())`,
      ),
    ).rejects.toThrow(/saved_view_query/)
  })

  it('are limited for each person and for the desk', async () => {
    for (let n = await db().savedView.count({ where: { ownerId: people.dora.id } }); n < 30; n++)
      await saveView(on('dora'), { ...FIGURES, name: `View ${n}`, isShared: false })
    await expect(saveView(on('dora'), { ...FIGURES, name: 'One more', isShared: false })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
  })

  it('are for those who are signed in', async () => {
    const reader = contextOf(ANONYMOUS, NOW)
    await expect(listViews(reader, 'inbox')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(saveView(reader, { ...FIGURES, name: 'x', isShared: false })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('who looks at what', () => {
  it('is told by name to others, for 45 seconds after it was last said', async () => {
    const thing = newId()
    await sayPresent(on('ada'), { at: thing, shown: [] })
    await sayPresent(on('ben'), { at: thing, shown: [] })
    expect(await listPresent(on('ben', 44_000), [thing, newId()])).toEqual({ [thing]: ['Ada Marsh'] })
    expect(await listPresent(on('cleo', 44_000), [thing])).toEqual({ [thing]: ['Ada Marsh', 'Ben Okafor'] })
    expect(await listPresent(on('cleo', 46_000), [thing])).toEqual({})
  })

  it('ends when they say so', async () => {
    const thing = newId()
    await sayPresent(on('ada'), { at: thing, shown: [] })
    await sayGone(on('ada'), thing)
    expect(await listPresent(on('ben'), [thing])).toEqual({})
  })

  it('is written at most every fifteen seconds, and what was left is swept', async () => {
    const [thing, next] = [newId(), newId()]
    const seenAt = async () => (await db().presence.findFirst({ where: { thingId: thing } }))?.seenAt.getTime()
    await sayPresent(on('ada'), { at: thing, shown: [] })
    await sayPresent(on('ada', 14_000), { at: thing, shown: [] })
    expect(await seenAt()).toBe(NOW.getTime())
    await sayPresent(on('ada', 20_000), { at: thing, shown: [] })
    expect(await seenAt()).toBe(NOW.getTime() + 20_000)
    await sayPresent(on('ada', 70_000), { at: next, shown: [] })
    expect(await seenAt()).toBeUndefined()
  })

  it('is nothing for readers, and leaves no history', async () => {
    const events = await db().auditEvent.count()
    const reader = contextOf(ANONYMOUS, NOW)
    await expect(sayPresent(reader, { at: newId(), shown: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(listPresent(reader, [])).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await sayPresent(on('ada'), { at: newId(), shown: [] })
    expect(await db().auditEvent.count()).toBe(events)
  })
})
