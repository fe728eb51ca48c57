import fs from 'node:fs'
import { expect, test } from 'vitest'
import { KEY_ACTION_IDS, keyAction } from '@/lib/desk/rules/key-actions'

/** "app/(desk)/desk/claims/page.tsx" -> "/desk/claims" */
const routeOf = (file: string): string => `/desk/${file}`.replace(/\/?page\.tsx$/, '')

test('every page of the desk that has an address of its own can be gone to by the palette, and nothing else', () => {
  const files = fs.readdirSync('app/(desk)/desk', { recursive: true, encoding: 'utf8' })
  const routes = files.filter((file) => file.endsWith('page.tsx') && !file.includes('[')).map(routeOf)
  // a page may stand there several times, once for each of its views
  const known = new Set(KEY_ACTION_IDS.flatMap((id) => keyAction(id).href?.split('?')[0] ?? []))
  expect([...known].sort()).toEqual(routes.sort())
})
