import pino from 'pino'

/** Structured log to standard output; no text of articles, no addresses of people, no secrets. */
export const log = pino({ level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info'), base: null })
