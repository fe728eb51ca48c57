/**
 * What became of a mail that did not go through. `not_now`: it was not taken, and may be another time. `refused`: it was not
 * taken and never will be. `unknown`: the text was handed over, or part of it, and no answer came.
 */
export type MailOutcome = 'not_now' | 'refused' | 'unknown'

/** A mail that did not go through; `reason` is the server's own words or ours, in one line, for admins. */
export class MailError extends Error {
  constructor(
    readonly outcome: MailOutcome,
    readonly reason: string,
  ) {
    super(`mail ${outcome}: ${reason}`)
    this.name = 'MailError'
  }
}

/** What became of a mail, by what sending it threw: where that says nothing of it, nobody can know. */
export const outcomeOf = (error: unknown): Pick<MailError, 'outcome' | 'reason'> =>
  error instanceof MailError
    ? error
    : { outcome: 'unknown', reason: 'Something failed here that does not tell whether it was sent.' }
