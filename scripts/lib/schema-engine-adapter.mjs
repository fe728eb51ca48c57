// Prisma's PostgreSQL adapter as the schema engine needs it; each change to it says what failed without.
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { dropDatabase, withClient } from './databases.mjs'

/** PostgreSQL's internal "char" type and its text type, as the catalogs number them. */
const CHAR = 18
const TEXT = 25

/**
 * Splits Prisma's address: `schema` is its own invention, which the server would refuse.
 * @param {string} url
 */
export function parseAddress(url) {
  const address = new URL(url)
  const schema = address.searchParams.get('schema') ?? undefined
  address.searchParams.delete('schema')
  const maintenance = new URL(address)
  maintenance.pathname = '/postgres'
  return {
    schema,
    url: address.toString(),
    maintenanceUrl: maintenance.toString(),
    database: decodeURIComponent(address.pathname.slice(1)),
  }
}

/** @param {string} maintenanceUrl @param {string} name */
export const createDatabase = (maintenanceUrl, name) =>
  withClient(maintenanceUrl, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`))

/** @param {ReturnType<typeof parseAddress>} address @param {string} database @returns {import('pg').PoolConfig} */
function poolConfig({ url }, database) {
  const address = new URL(url)
  const sslMode = address.searchParams.get('sslmode')
  return {
    host: address.hostname,
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database,
    ...(sslMode && sslMode !== 'disable' ? { ssl: sslMode === 'verify-full' || { rejectUnauthorized: false } } : {}),
  }
}

/**
 * Makes a connection (or a transaction of one) fit for the engine.
 * @template T
 * @param {T} connection
 * @returns {T}
 */
function adapt(connection) {
  // The adapter's members are not all public.
  const target = /** @type {any} */ (connection)
  readCharColumns(target)
  // The adapter cuts a script at every semicolon, which breaks function bodies; PostgreSQL takes the script whole.
  if (target.executeScript)
    target.executeScript = async (/** @type {string} */ script) => void (await target.client.query(script))
  const { startTransaction } = target
  if (startTransaction) {
    target.startTransaction = async (/** @type {any} */ level) => adapt(await startTransaction.call(target, level))
  }
  return connection
}

/** The catalogs have columns of the type "char", which the adapter refuses: let it read text, and report a character. */
function readCharColumns(/** @type {any} */ target) {
  const { performIO, queryRaw } = target
  /** @type {boolean[]} */
  let areChars = []
  target.performIO = async (/** @type {any} */ query) => {
    const result = await performIO.call(target, query)
    areChars = result.fields.map((/** @type {any} */ field) => field.dataTypeID === CHAR)
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
    return result
  }
  target.queryRaw = async (/** @type {any} */ query) => {
    const result = await queryRaw.call(target, query)
    const columnTypes = result.columnTypes.map((/** @type {any} */ type, /** @type {number} */ i) =>
      areChars[i] ? ColumnTypeEnum.Character : type,
    )
    return { ...result, columnTypes }
  }
}

/**
 * The factory that the engine connects through.
 * @param {ReturnType<typeof parseAddress>} address
 * @param {string} database the one to connect to
 */
export function adapterFactory(address, database) {
  const options = { schema: address.schema }
  const connectTo = async (/** @type {string} */ name) =>
    adapt(await new PrismaPg(poolConfig(address, name), options).connect())
  const factory = new PrismaPg(poolConfig(address, database), options)
  factory.connect = () => connectTo(database)
  // Its own way drops the shadow database while it is still connected to it.
  factory.connectToShadowDb = async () => {
    const shadow = `prisma_migrate_shadow_db_${randomUUID()}`
    await createDatabase(address.maintenanceUrl, shadow)
    const connection = await connectTo(shadow)
    const { dispose } = connection
    connection.dispose = async () => {
      await dispose.call(connection)
      await dropDatabase(address.maintenanceUrl, shadow)
    }
    return connection
  }
  return factory
}
