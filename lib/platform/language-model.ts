import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { env } from './env.mjs'
import { FetchError, type FetchReason } from './safe-fetch/refusals'
import type { Fetched } from './safe-fetch/request'
import { safeFetch } from './safe-fetch/safe-fetch'

/**
 * Asks a language model over the chat-completions protocol. Optional: without LM_URL and LM_MODEL nothing is ever sent.
 * An answer is bounded in time and size, and is only text here: whoever asks checks it.
 */
export type ModelMessage = { role: 'system' | 'user'; content: string }

export type ModelAnswer = {
  content: string
  /** Tokens as the server counts them; null where it does not say. */
  tokensIn: number | null
  tokensOut: number | null
  /** By LM_PRICE_IN and LM_PRICE_OUT, in their currency; null where they or the counts are missing. */
  cost: number | null
  latencyMs: number
}

/** Why there is no answer. `stopped`: the worker was told to end. `refused`: 4xx (key, model name); `failed`: 5xx; `unreadable`: not the protocol, or too large. */
export type ModelFailure = 'stopped' | 'timeout' | 'unreachable' | 'rate-limited' | 'refused' | 'failed' | 'unreadable'

/** No answer, and why; the detail is for the log. */
export class ModelError extends Error {
  constructor(
    readonly reason: ModelFailure,
    detail: string,
  ) {
    super(`the language model gave no answer: ${reason} (${detail})`)
    this.name = 'ModelError'
  }
}

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) }).nullish(),
})

const TRIES = 3
/** In bytes. */
const LONGEST_ANSWER = 1_000_000
const LONGEST_WAIT_MS = 20_000
const isWorthRetrying = (error: unknown): error is ModelError =>
  error instanceof ModelError && (error.reason === 'rate-limited' || error.reason === 'failed')

/** The configured model's name; null where none is configured. */
export const modelName = (): string | null => env().languageModel?.model ?? null

/**
 * One answer to `messages`. Busy and failing servers (429, 5xx) are asked up to three times, as long after as they say,
 * at most 20 s. Throws ModelError, soon after `stop` is given.
 */
export async function askModel(messages: readonly ModelMessage[], stop: AbortSignal): Promise<ModelAnswer> {
  const started = performance.now()
  for (let tried = 1; ; tried++) {
    try {
      const { content, usage } = await askOnce(messages, stop)
      const latencyMs = Math.round(performance.now() - started)
      return { content, latencyMs, ...costOf(usage) }
    } catch (error) {
      if (tried === TRIES || !isWorthRetrying(error)) throw error
      await pause(waitAfter(error, tried), stop)
    }
  }
}

type LanguageModel = NonNullable<ReturnType<typeof env>['languageModel']>
type Usage = z.infer<typeof Completion>['usage']

function costOf(usage: Usage): Pick<ModelAnswer, 'tokensIn' | 'tokensOut' | 'cost'> {
  const { priceIn, priceOut } = env().languageModel ?? {}
  const [tokensIn, tokensOut] = [usage?.prompt_tokens ?? null, usage?.completion_tokens ?? null]
  const isKnown = tokensIn !== null && tokensOut !== null && priceIn !== undefined && priceOut !== undefined
  return { tokensIn, tokensOut, cost: isKnown ? (tokensIn * priceIn + tokensOut * priceOut) / 1_000_000 : null }
}

class BusyError extends ModelError {
  constructor(
    reason: ModelFailure,
    detail: string,
    readonly retryAfterMs: number | null,
  ) {
    super(reason, detail)
  }
}

const waitAfter = (error: ModelError, tried: number): number =>
  Math.min((error instanceof BusyError ? error.retryAfterMs : null) ?? 250 * 4 ** (tried - 1), LONGEST_WAIT_MS)

const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal: stop }).catch(() => {
    throw new ModelError('stopped', 'between two tries')
  })

async function askOnce(
  messages: readonly ModelMessage[],
  stop: AbortSignal,
): Promise<{ content: string; usage: Usage }> {
  const config = env().languageModel
  if (!config) throw new ModelError('unreachable', 'none is configured')
  const answer = await ask(config, messages, stop)
  if (answer.status !== 200) throw refusal(answer)
  const completion = Completion.safeParse(parseJson(new TextDecoder().decode(answer.bytes)))
  if (!completion.success) throw new ModelError('unreadable', z.prettifyError(completion.error))
  return { content: completion.data.choices[0]?.message.content ?? '', usage: completion.data.usage }
}

async function ask(config: LanguageModel, messages: readonly ModelMessage[], stop: AbortSignal): Promise<Fetched> {
  try {
    return await safeFetch(`${config.url}/chat/completions`, {
      isConfigured: true,
      method: 'POST',
      signal: stop,
      limits: { firstByteMs: config.timeoutMs, totalMs: config.timeoutMs, bytes: LONGEST_ANSWER },
      headers: {
        'content-type': 'application/json',
        ...(config.key ? { authorization: `Bearer ${config.key}` } : {}),
      },
      body: JSON.stringify({
        model: config.model,
        messages,
        temperature: 0,
        response_format: { type: 'json_object' },
      }),
    })
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    throw new ModelError(FAILURES[error.reason] ?? 'unreachable', error.text)
  }
}

/** What a request that gave no answer is called here; whatever is not listed is `unreachable`. */
const FAILURES: Partial<Record<FetchReason, ModelFailure>> = {
  stopped: 'stopped',
  'first-byte': 'timeout',
  total: 'timeout',
  'too-large': 'unreadable',
  encoding: 'unreadable',
  broken: 'unreadable',
}

function refusal({ status, headers }: Fetched): ModelError {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  const retryAfterMs = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
  if (status === 429) return new BusyError('rate-limited', '429', retryAfterMs)
  return status >= 500 ? new BusyError('failed', `${status}`, retryAfterMs) : new ModelError('refused', `${status}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ModelError('unreadable', 'not JSON')
  }
}
