'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'

/** So long nothing is asked while words are still being typed. */
const PAUSE_MS = 120

export const FOUND_WORDS = {
  claim: 'Claim',
  prediction: 'Prediction',
  article: 'Article',
  speaker: 'Speaker',
  publisher: 'Publisher',
} as const

const Answer = z.object({
  found: z.array(
    z.object({
      kind: z.enum(['claim', 'prediction', 'article', 'speaker', 'publisher']),
      words: z.string(),
      about: z.string(),
      href: z.string(),
    }),
  ),
})
export type Found = z.infer<typeof Answer>['found']
type Search = { state: 'idle' | 'searching' | 'done' | 'failed'; found: Found; words: string }

const IDLE: Search = {
  state: 'idle',
  found: [],
  words: 'Two letters find claims, predictions, articles, speakers and publishers as well.',
}
const FAILED: Search = {
  state: 'failed',
  found: [],
  words: 'Claims, articles and speakers cannot be found just now. Pages and actions work.',
}

/** What the desk holds by the words typed so far; what was found last stays until the next answer is there. */
export function useFound(typed: string): Search {
  const [search, setSearch] = useState(IDLE)
  useEffect(() => {
    const words = typed.trim()
    if (words.length < 2) {
      setSearch(IDLE)
      return
    }
    const stop = new AbortController()
    setSearch(({ found }) => ({ state: 'searching', found, words: 'Searching …' }))
    const timer = setTimeout(() => {
      ask(words, stop.signal)
        .then((found) => setSearch({ state: 'done', found, words: countWords(found.length) }))
        .catch(() => stop.signal.aborted || setSearch(FAILED))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed])
  return search
}

async function ask(words: string, signal: AbortSignal): Promise<Found> {
  const answer = await fetch(`/desk/find?${new URLSearchParams({ q: words.slice(0, 200) })}`, { signal })
  if (!answer.ok) throw new Error(`answered ${answer.status}`)
  return Answer.parse(await answer.json()).found
}

const countWords = (count: number): string =>
  count === 0 ? 'Nothing at the desk begins with these words.' : `${count} found at the desk.`
