import { controlTexts } from './controls-by-name'
import type { Texts } from './verdict-texts'

/** What this browser keeps of an editor: what was opened, what stands there, and which of the server's copies it was seen over. */
export type LocalDraft = { revision: number; base: Texts; values: Texts; seenAt: string | null }

const keyOf = (verdictId: string): string => `borneout:verdict:${verdictId}`

export function readLocal(verdictId: string): LocalDraft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(verdictId)) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return null
    const { revision, base, values, seenAt = null } = stored as Partial<LocalDraft>
    return typeof revision === 'number' && base && values ? { revision, base, values, seenAt } : null
  } catch {
    return null
  }
}

/** Whether this browser could keep it: a full or forbidden storage cannot. */
export function writeLocal(verdictId: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(keyOf(verdictId), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function forgetLocal(verdictId: string): void {
  try {
    localStorage.removeItem(keyOf(verdictId))
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Where what is typed stands. `at` in milliseconds since 1970. */
export type KeepingState =
  | { is: 'still' | 'typing' | 'offline' | 'trying' | 'signed-out' | 'elsewhere' }
  | { is: 'kept'; at: number }
  | { is: 'refused'; why: string }

const LOCAL_PAUSE_MS = 300
const SERVER_PAUSE_MS = 2_000
const RETRY_MS = [3_000, 6_000, 12_000, 30_000]
const TIMEOUT_MS = 15_000

type Options = {
  verdictId: string
  address: string
  form: HTMLFormElement
  names: readonly string[]
  opened: () => { revision: number; base: Texts }
  /** When the copy that the page was opened with had been kept. */
  seenAt: string | null
  onState: (state: KeepingState) => void
}

/**
 * Keeps what is typed into a form: at once in this browser, and after a pause with the server, which answers for it. What
 * the server has is forgotten here. A lost connection, an expired session or a server that is away for a deploy only delays:
 * it is sent again, with growing pauses and as soon as the browser is back.
 */
export class Keeper {
  private readonly writerId = crypto.randomUUID()
  private local: ReturnType<typeof setTimeout> | undefined
  private next: ReturnType<typeof setTimeout> | undefined
  private sending: Promise<void> | null = null
  private sent: string
  private tries = 0
  private isPaused = false

  constructor(private readonly options: Options) {
    this.sent = this.now()
  }

  /** Begins to listen; answers how to stop. */
  start(): () => void {
    const { form } = this.options
    const typed = () => this.typed()
    const back = () => this.isDirty() && this.send()
    const leave = () => this.isDirty() && this.keepHere()
    form.addEventListener('input', typed)
    window.addEventListener('online', back)
    window.addEventListener('focus', back)
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(this.local)
      clearTimeout(this.next)
      if (this.isDirty()) this.keepHere()
      form.removeEventListener('input', typed)
      window.removeEventListener('online', back)
      window.removeEventListener('focus', back)
      window.removeEventListener('pagehide', leave)
    }
  }

  /** Before a save: nothing more is sent, so that no older text arrives after it. */
  async pause(): Promise<void> {
    this.isPaused = true
    clearTimeout(this.next)
    this.keepHere()
    await this.sending
  }

  /** After a save: `isSaved` forgets what was kept, else keeping goes on. */
  resume(isSaved: boolean): void {
    this.isPaused = false
    if (!isSaved) {
      if (this.isDirty()) this.plan(SERVER_PAUSE_MS)
      return
    }
    this.sent = this.now()
    clearTimeout(this.local)
    forgetLocal(this.options.verdictId)
    this.options.onState({ is: 'still' })
  }

  /** What was put back from this browser still has to reach the server. */
  restored(): void {
    this.sent = ''
    this.plan(0)
  }

  private now(): string {
    return JSON.stringify(controlTexts(this.options.form, this.options.names))
  }

  private isDirty(): boolean {
    return this.now() !== this.sent
  }

  private typed(): void {
    clearTimeout(this.local)
    this.local = setTimeout(() => {
      if (!this.isDirty()) return
      this.keepHere()
      this.options.onState({ is: 'typing' })
    }, LOCAL_PAUSE_MS)
    this.tries = 0
    this.plan(SERVER_PAUSE_MS)
  }

  private keepHere(): void {
    const { verdictId, form, names, opened, seenAt } = this.options
    const { revision, base } = opened()
    writeLocal(verdictId, { revision, base, values: controlTexts(form, names), seenAt })
  }

  private plan(pauseMs: number): void {
    clearTimeout(this.next)
    if (!this.isPaused) this.next = setTimeout(() => this.send(), pauseMs)
  }

  private send(): void {
    clearTimeout(this.next)
    if (this.isPaused || this.sending || !this.isDirty()) return
    this.sending = this.push().finally(() => {
      this.sending = null
    })
  }

  private async push(): Promise<void> {
    const { verdictId, address, opened, seenAt, onState } = this.options
    const values = this.now()
    const body = JSON.stringify({
      ...{ id: verdictId, revision: opened().revision, values: JSON.parse(values) },
      ...{ writerId: this.writerId, seenAt },
    })
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null)
    if (answer?.ok) {
      const { keptAt } = await answer.json().catch(() => ({ keptAt: null }))
      this.tries = 0
      this.sent = values
      if (this.isDirty()) return this.plan(SERVER_PAUSE_MS)
      clearTimeout(this.local)
      if (!this.isPaused) forgetLocal(verdictId)
      return onState({ is: 'kept', at: keptAt ? Date.parse(keptAt) : Date.now() })
    }
    this.keepHere()
    const state = await stateOf(answer)
    onState(state)
    if (state.is === 'elsewhere' || state.is === 'refused') return
    this.plan(RETRY_MS[Math.min(this.tries++, RETRY_MS.length - 1)] ?? TIMEOUT_MS)
  }
}

async function stateOf(answer: Response | null): Promise<KeepingState> {
  if (answer === null) return { is: navigator.onLine ? 'trying' : 'offline' }
  if (answer.status === 401) return { is: 'signed-out' }
  if (answer.status >= 500 || answer.status === 429) return { is: 'trying' }
  const told = await answer.json().catch(() => null)
  if (told?.error?.code === 'STALE') return { is: 'elsewhere' }
  const why = Object.values<string>(told?.error?.fields ?? {})[0] ?? told?.error?.message
  return { is: 'refused', why: typeof why === 'string' ? why : '' }
}
