import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { AppError } from '@/lib/core/errors'
import { env } from './env.mjs'
import { Prisma, PrismaClient } from './generated/client'
import { log } from './log'

/** A Prisma client inside one transaction. */
export type Tx = Prisma.TransactionClient
/** Either: for reads that serve in and outside a transaction. */
export type Db = PrismaClient | Tx

type Connection = { pool: Pool; prisma: PrismaClient }
// One pool for a process, also when the development server loads this module again.
const shared = globalThis as unknown as { borneOutConnection?: Connection }

function connect(): Connection {
  const { databaseUrl: connectionString, databasePool: max } = env()
  if (!connectionString)
    throw new Error('DATABASE_URL is not set. Start with `npm start`, or set it to a PostgreSQL server.')
  const pool = new Pool({ connectionString, max, statement_timeout: 15_000 })
  // A connection that breaks while nobody uses it is dropped by the pool; unheard, the error would end the process.
  pool.on('error', (error) => log().warn({ err: error }, 'an idle database connection broke'))
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

function connection(): Connection {
  shared.borneOutConnection ??= connect()
  return shared.borneOutConnection
}

/** The client, made at first use so that a build needs no database. */
export const db = (): PrismaClient => connection().prisma
/** The pool below it: for the job queue and the rate limiter, which speak SQL themselves. */
export const pool = (): Pool => connection().pool

/** Ends the pool: at the end of a command-line run and of a test file. */
export async function disconnect(): Promise<void> {
  const open = shared.borneOutConnection
  shared.borneOutConnection = undefined
  await open?.prisma.$disconnect()
  if (open && !open.pool.ended) await open.pool.end()
}

const MAX_TRIES = 4
const RETRY = /deadlock detected|could not serialize|write conflict or a deadlock/i

/**
 * Runs `work` in one transaction (read committed; rows are locked explicitly). A deadlock is tried again, so `work` may run
 * more than once and must do nothing outside the database.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(work, { timeout: 30_000, maxWait: 10_000 })
    } catch (error) {
      if (attempt >= MAX_TRIES || !(error instanceof Error) || !RETRY.test(error.message)) throw error
    }
  }
}

/**
 * Runs reads on one state of the database, whatever is written meanwhile; nothing can be written. Refused with BUSY where no
 * connection is free within 10 s, or where it is not done after `timeoutMs`: a snapshot that stays open keeps PostgreSQL from
 * clearing away what is outdated. Not tried again, because what was read may have been handed on.
 */
export async function inSnapshot<T>(work: (tx: Tx) => Promise<T>, timeoutMs: number): Promise<T> {
  const options = { isolationLevel: 'RepeatableRead', timeout: timeoutMs, maxWait: 10_000 } as const
  try {
    return await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      return work(tx)
    }, options)
  } catch (error) {
    throw isOutOfTime(error) ? new AppError('BUSY') : error
  }
}

/** Prisma's own limit of a transaction, or PostgreSQL's of a statement (SQLSTATE 57014). */
const isOutOfTime = (error: unknown): boolean =>
  error instanceof Error && (hasCode(error, 'P2028') || /57014|statement timeout/.test(error.message))

const LOCKABLE = [
  'article',
  'publisher',
  'claim',
  'candidate',
  'speaker',
  'verdict',
  'correction',
  'prediction',
  'prediction_news',
  'outcome',
  'judgement',
  'evidence',
  'source',
  'source_copy',
  'source_archiving',
  'app_user',
  'setting',
  'feed',
  'feed_item',
  'raw_page',
  'run',
  'external_import',
  'external_verdict',
  'suggestion',
  'bulk_move',
  'saved_view',
  'calendar',
  'reply',
] as const
export type Lockable = (typeof LOCKABLE)[number]

/** Locks a row until the transaction ends; false when there is none. Always before the row is read for a decision. */
export async function lockRow(tx: Tx, table: Lockable, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT id FROM ${Prisma.raw(`"${table}"`)} WHERE id = ${id}::uuid FOR UPDATE`,
  )
  return rows.length > 0
}

/** Which unique or check constraint an error broke: its name or its columns, else null. */
export function brokenConstraint(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  return error.message.match(/constraint[^`"]*[`"]([^`"]+)[`"]/i)?.[1] ?? (hasCode(error, 'P2002') ? 'unique' : null)
}

export const isUniqueViolation = (error: unknown): boolean => error instanceof Error && hasCode(error, 'P2002')
const hasCode = (error: Error, code: string): boolean => 'code' in error && error.code === code
