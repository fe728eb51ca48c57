import fs from 'node:fs'
import { expect, test } from 'vitest'
import { ensureBundle } from './bundle.mjs'

test('a bundle is made once from the same sources, and holds the whole command', { timeout: 60_000 }, async () => {
  const bundle = await ensureBundle('scripts/extract.ts')
  const madeAt = fs.statSync(bundle).mtimeMs
  expect(await ensureBundle('scripts/extract.ts')).toBe(bundle)
  expect(fs.statSync(bundle).mtimeMs).toBe(madeAt)
  expect(fs.readFileSync(bundle, 'utf8')).not.toMatch(/from ["']@\//)
})
