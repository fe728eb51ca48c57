// Ending in good order: on a signal, and when the parent that started this process is gone (killed, so no signal came).

/**
 * To be called before the work begins, so that no end goes unheard.
 * @param {() => Promise<unknown>} close ends the work, as far as it has begun; the process exits after it, or after
 *   `limitMs` at the latest
 * @param {{ limitMs?: number }} [options]
 */
export function endInOrder(close, { limitMs = 10_000 } = {}) {
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), limitMs).unref()
    close().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end)
  if (!process.send) return
  process.on('disconnect', end)
  if (!process.connected) end()
}

/** Tells the parent, where there is one, that the work has begun. */
export function tellReady() {
  if (process.connected) process.send?.('ready')
}
