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
  form: EventTarget
  /** What the form's controls hold. */
  texts: () => Texts
  opened: () => { revision: number; base: Texts }
  /** When the copy that the page was opened with had been kept. */
  seenAt: string | null
  onState: (state: KeepingState) => void
}

/** Which request of which opened page this is: the server tells an earlier one that arrives later by it. */
export type Turn = { writerId: string; turn: number }

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
  /** What a save that is under way carries. */
  private saving: string
  private turn = 0
  private tries = 0
  private isPaused = false

  constructor(private readonly options: Options) {
    this.sent = this.now()
    this.saving = this.sent
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

  /** Before a save of what stands in the form now: nothing more is sent until `resume`. */
  async pause(): Promise<Turn> {
    this.isPaused = true
    this.saving = this.now()
    clearTimeout(this.next)
    this.keepHere()
    await this.sending
    return this.nextTurn()
  }

  /** What the last save carried, which need not be what stands in the form by now. */
  posted(): Texts {
    return JSON.parse(this.saving)
  }

  /** After a save: `isSaved` forgets what it carried. What was typed since is kept on. */
  resume(isSaved: boolean): void {
    const { verdictId, onState } = this.options
    this.isPaused = false
    if (isSaved) this.sent = this.saving
    if (this.isDirty()) {
      this.keepHere()
      this.plan(SERVER_PAUSE_MS)
    }
    if (!isSaved) return
    onState({ is: this.isDirty() ? 'typing' : 'still' })
    if (this.isDirty()) return
    clearTimeout(this.local)
    forgetLocal(verdictId)
  }

  /** What was put back from this browser still has to reach the server. */
  restored(): void {
    this.sent = ''
    this.plan(0)
  }

  /** After what stands in the form was discarded: nothing of it is kept. */
  discarded(): void {
    this.sent = this.now()
    clearTimeout(this.local)
    forgetLocal(this.options.verdictId)
  }

  private now(): string {
    return JSON.stringify(this.options.texts())
  }

  private nextTurn(): Turn {
    return { writerId: this.writerId, turn: ++this.turn }
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
    const { verdictId, texts, opened, seenAt } = this.options
    const { revision, base } = opened()
    writeLocal(verdictId, { revision, base, values: texts(), seenAt })
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
      ...{ ...this.nextTurn(), seenAt },
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
