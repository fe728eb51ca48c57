// The configuration, parsed in this one place; plain JavaScript because the scripts (run by Node alone) and Next share
// it. `.env.example` lists the same names. Nothing is parsed when the module is loaded: a build needs no configuration.
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { mailSettingsOf } from './mail/settings.mjs'

/** A configuration that cannot be used: what is wrong with which variable. */
export class ConfigError extends Error {
  /** @param {string[]} problems one line per variable */
  constructor(problems) {
    super(`The configuration cannot be used:\n  ${problems.join('\n  ')}`)
    this.name = 'ConfigError'
    this.todo = 'Set these variables in the environment or in .env; .env.example explains each.'
  }
}

const flag = z
  .enum(['0', '1'], { error: 'must be 1 or 0' })
  .default('0')
  .transform((text) => text === '1')
const count = (/** @type {number} */ least, /** @type {number} */ most) =>
  z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
const price = z.coerce.number({ error: 'must be a number' }).min(0, 'must be at least 0')
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address like postgresql://role:password@host/name',
})

const listed = (/** @type {string} */ text) =>
  text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')

const ports = z
  .string()
  .default('')
  .transform((text) => listed(text).map(Number))
  .refine((all) => all.every((port) => Number.isInteger(port) && port >= 1 && port <= 65535), {
    error: 'must be ports with commas between, like 8080, 8443',
  })

/** A host name or address, with a port or :* where others than the usual ones are meant; an IPv6 address in brackets. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::(\d{1,5}|\*))?$/
/** @typedef {{ host: string, port: number | 'any' | null } | { range: string }} Allowed */

const allowed = z
  .string()
  .default('')
  .transform((text, context) =>
    listed(text).flatMap((entry) => {
      if (ipaddr.isValidCIDR(entry)) return [/** @type {Allowed} */ ({ range: entry })]
      const [, host, port] = HOST.exec(entry) ?? []
      if (host === undefined) {
        context.addIssue({ code: 'custom', message: `cannot use “${entry}”: write a host, host:port or a range` })
        return []
      }
      const portOf = port === '*' ? /** @type {const} */ ('any') : port === undefined ? null : Number(port)
      return [/** @type {Allowed} */ ({ host: host.replace(/^\[|\]$/g, ''), port: portOf })]
    }),
  )

const Variables = z.object({
  APP_ENV: z.enum(['local', 'production'], { error: 'must be local or production' }).default('local'),
  APP_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://facts.example.org' })
    .optional()
    .transform((url) => url?.replace(/\/+$/, '')),
  PORT: count(1, 65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  TRUST_PROXY: flag,
  DATABASE_URL: postgresUrl.optional(),
  MIGRATE_URL: postgresUrl.optional(),
  DATABASE_POOL: count(1, 200).default(10),
  WORKER_CONCURRENCY: count(1, 50).default(2),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; `openssl rand -base64 32` makes one')
    .optional(),
  SETUP_TOKEN: z.string().min(12, 'must have at least 12 characters').optional(),
  LM_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like http://localhost:11434/v1' })
    .optional()
    .transform((url) => url?.replace(/\/+$/, '')),
  LM_MODEL: z.string().max(200, 'must have at most 200 characters').optional(),
  LM_KEY: z.string().optional(),
  LM_TIMEOUT: count(1, 120).default(60),
  LM_PRICE_IN: price.optional(),
  LM_PRICE_OUT: price.optional(),
  FETCH_ALLOW: allowed,
  FETCH_PORTS: ports,
  FETCH_CONTACT: z.string().max(200, 'must have at most 200 characters').optional(),
  BLOBS_DIR: z.string().optional(),
  BLOBS_S3_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address of a bucket, like https://s3.example/bucket' })
    .optional()
    .transform((url) => url?.replace(/\/+$/, '')),
  BLOBS_S3_REGION: z.string().default('us-east-1'),
  BLOBS_S3_KEY: z.string().optional(),
  BLOBS_S3_SECRET: z.string().optional(),
  ARCHIVE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://web.archive.org' })
    .optional()
    .transform((url) => url?.replace(/\/+$/, '')),
  ARCHIVE_KEY: z.string().optional(),
  ARCHIVE_SECRET: z.string().optional(),
  MAIL_URL: z.string().optional(),
  MAIL_FROM: z.string().trim().optional(),
  MAIL_DIR: z.string().optional(),
  DEMO: flag,
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
})

/**
 * @typedef {object} LanguageModel
 * @property {string} url where `/chat/completions` is, without a slash at its end
 * @property {string} model
 * @property {string | undefined} key
 * @property {number} timeoutMs for one answer
 * @property {number | undefined} priceIn of a million tokens that are sent
 * @property {number | undefined} priceOut of a million tokens that come back
 */

/**
 * @typedef {object} Fetching what outgoing requests may reach besides public addresses at ports 80 and 443
 * @property {Allowed[]} allow hosts and ranges of addresses that are permitted although they are private
 * @property {number[]} ports permitted everywhere
 * @property {string} contact whom the operator of a site can turn to: an e-mail or web address
 */

/**
 * @typedef {object} BlobBucket an S3-compatible bucket
 * @property {string} url of the bucket, without a slash at its end
 * @property {string} region
 * @property {string} key
 * @property {string} secret
 */

/**
 * @typedef {object} Blobs where raw pages and files are kept
 * @property {string | undefined} folder undefined: `.data/blobs` where the process runs
 * @property {BlobBucket | undefined} bucket goes before the folder
 */

/**
 * @typedef {object} Archive the save service of the Internet Archive, or one that speaks as it does
 * @property {string} url without a slash at its end
 * @property {string} key
 * @property {string} secret
 */

/**
 * @typedef {object} Env
 * @property {boolean} isProduction APP_ENV=production; NODE_ENV says only how Next was built
 * @property {string} appUrl the public address, without a slash at its end
 * @property {number} port
 * @property {string} host the address to bind: loopback only unless in production
 * @property {boolean} isProxyTrusted whether x-forwarded-for comes from a proxy of one's own
 * @property {string | undefined} databaseUrl the app's role
 * @property {string | undefined} migrateUrl the owner's role; the app's where none is set
 * @property {number} databasePool connections per process
 * @property {number} workerConcurrency jobs at a time
 * @property {string | undefined} authSecret
 * @property {string | null | undefined} setupToken what the first run of a newsroom asks for, so that no stranger opens
 *   it: undefined on one's own machine, where none is needed; null where one is needed and none is set
 * @property {LanguageModel | undefined} languageModel none unless LM_URL and LM_MODEL are set
 * @property {Fetching} fetching
 * @property {Blobs} blobs
 * @property {Archive | undefined} archive asked to keep sources; none unless its three variables are set
 * @property {import('./mail/settings.mjs').MailSettings} mail
 * @property {boolean} isDemo whether the demo desk is (to be) loaded: banner and noindex on every page
 * @property {'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'} logLevel
 */

/**
 * Parses a configuration. An empty variable counts as not set.
 * @param {Record<string, string | undefined>} source
 * @returns {Env}
 * @throws {ConfigError}
 */
export function parseEnv(source) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Variables.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const env = parsed.data
  const isProduction = env.APP_ENV === 'production'
  if (!env.LM_URL !== !env.LM_MODEL) throw new ConfigError(['LM_URL and LM_MODEL must be set together, or neither'])
  if (isProduction) refuseLocalDefaults(env)
  return {
    isProduction,
    appUrl: env.APP_URL ?? `http://localhost:${env.PORT}`,
    port: env.PORT,
    host: isProduction ? env.HOST : '127.0.0.1',
    isProxyTrusted: env.TRUST_PROXY,
    databaseUrl: env.DATABASE_URL,
    migrateUrl: env.MIGRATE_URL ?? env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    workerConcurrency: env.WORKER_CONCURRENCY,
    authSecret: env.NEXTAUTH_SECRET,
    setupToken: isProduction ? (env.SETUP_TOKEN ?? null) : undefined,
    languageModel: languageModelOf(env),
    fetching: {
      allow: env.FETCH_ALLOW,
      ports: env.FETCH_PORTS,
      contact: env.FETCH_CONTACT ?? env.APP_URL ?? `http://localhost:${env.PORT}`,
    },
    blobs: { folder: env.BLOBS_DIR, bucket: bucketOf(env) },
    archive: archiveOf(env),
    mail: mailOf(env, isProduction),
    isDemo: env.DEMO,
    logLevel: env.LOG_LEVEL,
  }
}

/**
 * @param {z.infer<typeof Variables>} env
 * @returns {LanguageModel | undefined}
 */
function languageModelOf(env) {
  if (!env.LM_URL || !env.LM_MODEL) return undefined
  return {
    url: env.LM_URL,
    model: env.LM_MODEL,
    key: env.LM_KEY,
    timeoutMs: env.LM_TIMEOUT * 1000,
    priceIn: env.LM_PRICE_IN,
    priceOut: env.LM_PRICE_OUT,
  }
}

/**
 * @param {z.infer<typeof Variables>} env
 * @returns {BlobBucket | undefined}
 */
function bucketOf({ BLOBS_S3_URL: url, BLOBS_S3_REGION: region, BLOBS_S3_KEY: key, BLOBS_S3_SECRET: secret }) {
  if (!url && !key && !secret) return undefined
  if (url && key && secret) return { url, region, key, secret }
  throw new ConfigError(['BLOBS_S3_URL, BLOBS_S3_KEY and BLOBS_S3_SECRET must be set together, or none of them'])
}

/**
 * @param {z.infer<typeof Variables>} env
 * @returns {Archive | undefined}
 */
function archiveOf({ ARCHIVE_URL: url, ARCHIVE_KEY: key, ARCHIVE_SECRET: secret }) {
  if (!url && !key && !secret) return undefined
  if (url && key && secret) return { url, key, secret }
  throw new ConfigError(['ARCHIVE_URL, ARCHIVE_KEY and ARCHIVE_SECRET must be set together, or none of them'])
}

/**
 * @param {z.infer<typeof Variables>} env
 * @param {boolean} isProduction
 */
function mailOf(env, isProduction) {
  const mail = mailSettingsOf(env, isProduction)
  if ('problem' in mail) throw new ConfigError([mail.problem])
  return mail
}

/** @param {z.infer<typeof Variables>} env */
function refuseLocalDefaults(env) {
  const problems = []
  if (!env.APP_URL) problems.push('APP_URL must be set in production: the address under which readers reach this')
  if (!env.NEXTAUTH_SECRET)
    problems.push('NEXTAUTH_SECRET must be set in production; `openssl rand -base64 32` makes one')
  if (env.DEMO) problems.push('DEMO must not be set in production: the demo mixes invented verdicts with real ones')
  if (problems.length > 0) throw new ConfigError(problems)
}

/** @type {Env | undefined} */
let cached

/**
 * This process's configuration; parsed at the first call, so that a build asks for none.
 * @returns {Env}
 * @throws {ConfigError}
 */
export function env() {
  cached ??= parseEnv(process.env)
  return cached
}
