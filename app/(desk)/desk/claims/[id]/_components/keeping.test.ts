import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Keeper, type KeepingState, readLocal } from './keeping'

type Sent = { values: { summary: string }; revision: number; turn: number; writerId: string }

/** An editor of one field beside a desk that answers when it is let. */
function open() {
  const editor = { summary: 'Opened.', revision: 1, base: { summary: 'Opened.' }, states: [] as KeepingState[] }
  const form = new EventTarget()
  const keeper = new Keeper({
    ...{ verdictId: 'v', address: '/copy', form, seenAt: null },
    texts: () => ({ summary: editor.summary }),
    opened: () => ({ revision: editor.revision, base: editor.base }),
    onState: (state) => editor.states.push(state),
  })
  const type = (summary: string) => {
    editor.summary = summary
    form.dispatchEvent(new Event('input'))
  }
  return { editor, keeper, type, stop: keeper.start() }
}

let sent: Sent[]
let isAway: boolean

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  isAway = false
  const stored = new Map<string, string>()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
    if (isAway) throw new TypeError('away')
    sent.push(JSON.parse(body))
    return Response.json({ keptAt: '2026-01-01T00:00:00.000Z' })
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The answer to a save, as the editor takes it. */
function saved({ editor, keeper }: ReturnType<typeof open>): void {
  editor.revision++
  editor.base = { summary: keeper.posted().summary ?? '' }
  keeper.resume(true)
}

test('what is typed while a save is under way stays unsaved: kept here over what was saved, then with the desk', async () => {
  const page = open()
  page.type('One sentence.')
  await page.keeper.pause()
  page.type('One sentence. Another.')
  saved(page)
  expect(page.keeper.posted()).toEqual({ summary: 'One sentence.' })
  expect(readLocal('v')).toMatchObject({
    revision: 2,
    base: { summary: 'One sentence.' },
    values: { summary: 'One sentence. Another.' },
  })
  expect(page.editor.states.at(-1)).toEqual({ is: 'typing' })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(sent.map(({ values, revision }) => [values.summary, revision])).toEqual([['One sentence. Another.', 2]])
  expect(readLocal('v')).toBeNull()
})

test('what is typed while a save is under way outlives the page that is closed at once', async () => {
  const page = open()
  page.type('One sentence.')
  await page.keeper.pause()
  page.type('One sentence. Another.')
  saved(page)
  page.stop()
  expect(readLocal('v')?.values).toEqual({ summary: 'One sentence. Another.' })
})

test('after a save of all that stands there nothing is kept and nothing sent', async () => {
  const page = open()
  page.type('One sentence.')
  await page.keeper.pause()
  saved(page)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([readLocal('v'), sent]).toEqual([null, []])
  expect(page.editor.states.at(-1)).toEqual({ is: 'still' })
})

test('a save that is refused leaves all that was typed to be kept', async () => {
  const page = open()
  page.type('One sentence.')
  await page.keeper.pause()
  page.type('One sentence. Another.')
  page.keeper.resume(false)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(sent.map(({ values, revision }) => [values.summary, revision])).toEqual([['One sentence. Another.', 1]])
})

test('each request and each save of a page has a later turn than the one before, also where one never arrived', async () => {
  const page = open()
  page.type('a')
  await vi.advanceTimersByTimeAsync(2_500)
  isAway = true
  page.type('ab')
  await vi.advanceTimersByTimeAsync(2_500)
  isAway = false
  await vi.advanceTimersByTimeAsync(10_000)
  const save = await page.keeper.pause()
  expect(sent.map(({ values, turn }) => [values.summary, turn])).toEqual([
    ['a', 1],
    ['ab', 3],
  ])
  expect(save).toEqual({ writerId: sent[0]?.writerId, turn: 4 })
})
