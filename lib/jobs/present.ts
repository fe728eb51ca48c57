import { LOST, TOO_LONG } from './rules'

const DATABASE_GONE =
  /terminated unexpectedly|Connection terminated|ECONNREFUSED|ECONNRESET|57P0[123]|the database system is|Can't reach database|closed the connection|Server has closed/i
const SERVER_GONE = /fetch failed|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|socket hang up/i
const DATABASE_SLOW = /statement timeout|57014|Transaction API error|expired transaction/i
/** "CODE: text": an expected refusal, whose text is written for people. */
const REFUSAL = /^[A-Z][A-Z_]+: (.+)$/s

/**
 * Why a try failed, in words for an admin. What the error said word for word may hold texts of articles and secrets: it stands
 * in the log, under the job's number, and never on a page.
 */
export function reasonWords(lastError: string | null): string {
  if (lastError === null || lastError === LOST)
    return 'The process that worked at it ended before it was done: it was killed, ran out of memory, or its machine is gone.'
  if (lastError.startsWith(TOO_LONG)) return 'It took longer than its limit and was given up.'
  if (DATABASE_SLOW.test(lastError)) return 'The database took too long to answer.'
  if (DATABASE_GONE.test(lastError)) return 'The database could not be reached.'
  if (SERVER_GONE.test(lastError)) return 'Another server could not be reached.'
  if (/^\s*\[\s*\{/.test(lastError)) return 'It was queued with data that the job cannot read.'
  return REFUSAL.exec(lastError)?.[1] ?? 'It failed for a reason that was not foreseen.'
}
