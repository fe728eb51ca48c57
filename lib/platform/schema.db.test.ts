import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isDay } from '@/lib/core/days'
import { asOwner } from '@/lib/testing/owner'

const root = path.resolve(import.meta.dirname, '../..')

test('the migrations make exactly the schema that Prisma knows', () => {
  const prisma = path.join(root, 'node_modules/prisma/build/index.js')
  const args = [prisma, 'migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma', '--exit-code']
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, 'scripts/lib/schema-engine.mjs'),
    CHECKPOINT_DISABLE: '1',
  }
  const diff = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  expect(diff.stdout).toContain('No difference detected')
  expect(diff.status).toBe(0)
})

test('every foreign key has an index, but for those to people, who are never deleted', async () => {
  const { rows } = await asOwner(`
    SELECT conrelid::regclass::text || '.' || conname AS missing FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND confrelid <> 'app_user'::regclass
      AND NOT EXISTS (
        SELECT 1 FROM pg_index WHERE indrelid = conrelid AND (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey)`)
  expect(rows).toEqual([])
})

test('every instant carries its zone', async () => {
  const { rows } = await asOwner(`
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'`)
  expect(rows).toEqual([])
})

test.each([
  '2025-02-29',
  '2025-13-01',
  '2025-00-10',
  '25-01-01',
  '2025-1-1',
  '2025-01-01T00:00',
  '',
  '0000-01-01',
  '0000-02-29',
  '10000-01-01',
])('neither PostgreSQL nor the forms know a day %s', async (day) => {
  expect((await asOwner(`SELECT is_day('${day}') AS is`)).rows).toEqual([{ is: false }])
  expect(isDay(day)).toBe(false)
})

test.each(['0001-01-01', '2024-02-29', '9999-12-31'])('both know the day %s', async (day) => {
  expect((await asOwner(`SELECT is_day('${day}') AS is`)).rows).toEqual([{ is: true }])
  expect(isDay(day)).toBe(true)
})

test.each([
  ['a plain text', 2, 7, 'plain'],
  ['naïve café', 6, 10, 'café'],
  ['one 😀 two 😀 three', 4, 6, '😀'],
  ['one 😀 two 😀 three', 7, 10, 'two'],
])('PostgreSQL cuts %j at [%i, %i) as JavaScript does', async (text, start, end, expected) => {
  expect(text.slice(start, end)).toBe(expected)
  const { rows } = await asOwner(
    `SELECT utf16_slice('${text}', ${start}, ${end}) AS slice, utf16_length('${text}') AS length`,
  )
  expect(rows).toEqual([{ slice: expected, length: text.length }])
})
