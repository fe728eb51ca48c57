import { describe, expect, test } from 'vitest'
import { eventStream } from './event-stream'

const FAST = { everyMs: 1, pingMs: 60_000, lifeMs: 60_000 }
const asked = (signal?: AbortSignal) => new Request('http://localhost/x', { signal })
const dataOf = (text: string): unknown[] =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json ?? 'null'))

/** Tells n = 1, 1, 2, 2, 3, 3 … */
const counter = () => {
  let reads = 0
  return async () => ({ n: Math.ceil(++reads / 2) })
}

describe('an event stream', () => {
  test('tells what changed, once each, and ends with the last', async () => {
    const answer = eventStream(asked(), counter(), ({ n }) => n === 3, FAST)
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect(dataOf(await answer.text())).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  })

  test('says that it is still there while nothing changes', async () => {
    let reads = 0
    const read = async () => ({ isLast: ++reads === 3 })
    const text = await eventStream(asked(), read, ({ isLast }) => isLast, { ...FAST, pingMs: 0 }).text()
    expect(text).toContain(': still here')
    expect(dataOf(text)).toEqual([{ isLast: false }, { isLast: true }])
  })

  test('ends after its time, so that whoever may not read any more is asked anew', async () => {
    const text = await eventStream(asked(), counter(), () => false, { ...FAST, lifeMs: 20 }).text()
    expect(dataOf(text)[0]).toEqual({ n: 1 })
  })

  test('ends when there is nothing to read any more', async () => {
    let reads = 0
    const read = async () => {
      if (++reads > 1) throw new Error('gone')
      return { n: 1 }
    }
    expect(dataOf(await eventStream(asked(), read, () => false, FAST).text())).toEqual([{ n: 1 }])
  })

  test('stops reading when the reader leaves', async () => {
    const leaving = new AbortController()
    let reads = 0
    const read = async () => {
      if (++reads === 3) leaving.abort()
      return { reads }
    }
    await eventStream(asked(leaving.signal), read, () => false, FAST).text()
    expect(reads).toBe(3)
  })
})
