/** A failure that was expected to be possible: what happened, and what to do about it. Shown without a stack. */
export class Failure extends Error {
  /**
   * @param {string} what what happened, one sentence
   * @param {string} todo what to do, one or two sentences
   */
  constructor(what, todo) {
    super(what)
    this.name = 'Failure'
    this.todo = todo
  }
}

/**
 * Writes a failure for people; anything unexpected keeps its stack.
 * @param {unknown} error
 */
export function printFailure(error) {
  // The configuration's own error (lib/platform/env.mjs) also says what to do.
  if (error instanceof Error && 'todo' in error) console.error(`\nFailed: ${error.message}\nWhat to do: ${error.todo}`)
  else console.error('\nFailed unexpectedly:', error)
}
