import { AppError } from '@/lib/core/errors'

/** Lets so many pieces of work run at once; the others wait for their turn, in their order. */
export class Slots {
  #free: number
  readonly #waitMs: number
  readonly #waiting: (() => void)[] = []

  constructor(most: number, waitMs: number) {
    this.#free = most
    this.#waitMs = waitMs
  }

  /** A slot, to be given back by calling what it answers, once. Throws BUSY where none is free within the time. */
  async take(): Promise<() => void> {
    if (this.#free > 0) this.#free--
    else await this.#turn()
    let isTaken = true
    return () => {
      if (isTaken) this.#giveBack()
      isTaken = false
    }
  }

  /** Whoever waits longest has it next. */
  #giveBack(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free++
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1)
        reject(new AppError('BUSY'))
      }, this.#waitMs)
      const go = () => {
        clearTimeout(timer)
        resolve()
      }
      this.#waiting.push(go)
    })
  }
}
