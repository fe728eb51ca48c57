import pino, { type Logger } from 'pino'
import { env } from './env.mjs'

let logger: Logger | undefined

/**
 * Structured log to standard output; no text of articles, no addresses of people, no secrets. Made at first use, so
 * that a build needs no configuration.
 */
export function log(): Logger {
  logger ??= pino({ level: env().logLevel, base: null })
  return logger
}
