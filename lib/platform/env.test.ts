import { expect, test } from 'vitest'
import { ConfigError, parseEnv } from './env.mjs'

const secret = 'x'.repeat(32)
const production = { APP_ENV: 'production', APP_URL: 'https://facts.example', NEXTAUTH_SECRET: secret }

function problemsOf(source: Record<string, string>): string {
  try {
    parseEnv(source)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
  }
  return ''
}

test('needs nothing at all for the local default, and binds to loopback', () => {
  expect(parseEnv({})).toMatchObject({
    isProduction: false,
    host: '127.0.0.1',
    port: 3000,
    appUrl: 'http://localhost:3000',
  })
})

test('the local default ignores HOST: it never leaves the machine', () => {
  expect(parseEnv({ HOST: '0.0.0.0' }).host).toBe('127.0.0.1')
  expect(parseEnv({ ...production, HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
})

test('the address follows the port unless one is given', () => {
  expect(parseEnv({ PORT: '4001' }).appUrl).toBe('http://localhost:4001')
  expect(parseEnv({ PORT: '4001', APP_URL: 'https://facts.example/' }).appUrl).toBe('https://facts.example')
})

test('migrations use the address of the app where the owner has none of its own', () => {
  const app = 'postgresql://app@db.example/news'
  const owner = 'postgres://owner@db.example/news'
  expect(parseEnv({ DATABASE_URL: app }).migrateUrl).toBe(app)
  expect(parseEnv({ DATABASE_URL: app, MIGRATE_URL: owner }).migrateUrl).toBe(owner)
})

test('an empty variable counts as not set', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '', DEMO: '' })).toMatchObject({
    port: 3000,
    databaseUrl: undefined,
    isDemo: false,
  })
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['APP_ENV', 'staging'],
  ['APP_URL', 'facts.example'],
  ['APP_URL', 'javascript:alert(1)'],
  ['DATABASE_URL', 'mysql://db.example/news'],
  ['DEMO', 'yes'],
  ['TRUST_PROXY', 'true'],
  ['NEXTAUTH_SECRET', 'short'],
  ['LOG_LEVEL', 'loud'],
  ['LM_URL', 'models.example'],
  ['LM_MODEL', 'without an address'],
  ['LM_TIMEOUT', '0'],
  ['FETCH_ALLOW', 'http://intranet.example'],
  ['FETCH_PORTS', '80, web'],
  ['MAIL_URL', 'mail.example'],
  ['MAIL_FROM', 'the desk'],
  ['BLOBS_S3_URL', 's3.example/bucket'],
  ['BLOBS_S3_KEY', 'without its secret'],
  ['ARCHIVE_URL', 'archive.example'],
  ['ARCHIVE_KEY', 'without its address'],
])('refuses %s=%s and names the variable', (name, value) => {
  expect(problemsOf({ [name]: value })).toContain(name)
})

test('production names everything it misses at once', () => {
  expect(problemsOf({ APP_ENV: 'production' })).toMatch(/APP_URL[\s\S]*NEXTAUTH_SECRET/)
  expect(parseEnv(production)).toMatchObject({ isProduction: true, appUrl: 'https://facts.example' })
})

test('the first run needs a token only where strangers could reach it', () => {
  expect(parseEnv({ SETUP_TOKEN: 'a long enough one' }).setupToken).toBeUndefined()
  expect(parseEnv(production).setupToken).toBeNull()
  expect(parseEnv({ ...production, SETUP_TOKEN: 'a long enough one' }).setupToken).toBe('a long enough one')
})

test('production refuses the demo', () => {
  expect(problemsOf({ ...production, DEMO: '1' })).toContain('DEMO must not be set')
})

test('what may be fetched besides public addresses is read as hosts, ports and ranges', () => {
  const { fetching } = parseEnv({ FETCH_ALLOW: 'Intranet.example, localhost:*,[fd00::1]:8080, 10.0.0.0/8' })
  expect(fetching.allow).toEqual([
    { host: 'intranet.example', port: null },
    { host: 'localhost', port: 'any' },
    { host: 'fd00::1', port: 8080 },
    { range: '10.0.0.0/8' },
  ])
  expect(parseEnv({ FETCH_PORTS: '8080,8443' }).fetching.ports).toEqual([8080, 8443])
  expect(parseEnv(production).fetching).toEqual({ allow: [], ports: [], contact: 'https://facts.example' })
})

test('a bucket needs its address, key and secret together', () => {
  const bucket = { BLOBS_S3_URL: 'https://s3.example/desk/', BLOBS_S3_KEY: 'k', BLOBS_S3_SECRET: 's' }
  expect(parseEnv(bucket).blobs.bucket).toEqual({
    url: 'https://s3.example/desk',
    region: 'us-east-1',
    key: 'k',
    secret: 's',
  })
  expect(parseEnv({}).blobs.bucket).toBeUndefined()
})

test('no web archive is asked unless its address and keys are set', () => {
  const archive = { ARCHIVE_URL: 'https://archive.example/', ARCHIVE_KEY: 'k', ARCHIVE_SECRET: 's' }
  expect(parseEnv(archive).archive).toEqual({ url: 'https://archive.example', key: 'k', secret: 's' })
  expect(parseEnv({}).archive).toBeUndefined()
})
