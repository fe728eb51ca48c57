const TRIES = 3

/** CPU milliseconds of this process that one run takes: other work on the machine does not count. */
function cpuTimeOf(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Whether `run` takes time linear in the length of a text: four times the text may take ten times as long (linear is 4,
 * quadratic 16) and `sparedMs` more. Measured up to three times, because a collection of garbage may fall into one of them.
 */
export function isLinear(run: (text: string) => void, text: string, sparedMs = 400): boolean {
  const quarter = text.slice(0, text.length / 4)
  for (let tried = 0; tried < TRIES; tried++) {
    const fastest = Math.min(
      cpuTimeOf(() => run(quarter)),
      cpuTimeOf(() => run(quarter)),
    )
    if (cpuTimeOf(() => run(text)) < fastest * 10 + sparedMs) return true
  }
  return false
}
