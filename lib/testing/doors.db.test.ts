import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ActionResult } from '@/lib/core/results'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env.mjs'
import { type Door, EVERYBODY, type Fields, formOf } from './doors/door'
import { OWN_WORK } from './doors/own-work'
import { type Anybody, makeDoorPeople, PEOPLE, personOf, REQUEST, standBefore, type Who } from './doors/people'
import { DOORS } from './doors/registry'
import { type Asked, ROUTE_DOORS, type RouteDoor } from './doors/route-doors'
import { openDoorDesk } from './doors/things'

// What the framework hands to our code: a request. Everything behind it is what runs for people, down to the database.
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (REQUEST.cookies.has(name) ? { name, value: REQUEST.cookies.get(name) } : undefined),
    set: (name: string, value: string) => REQUEST.cookies.set(name, value),
  }),
  headers: async () => REQUEST.headers,
}))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

const ACTIONS = import.meta.glob<Record<string, unknown>>('../../app/**/actions.ts')
const folderOf = (path: string): string => path.replace(/^.*\/app\//, '').replace(/\/actions\.ts$/, '')
const isServerSide = (path: string): boolean =>
  fs.readFileSync(new URL(path, import.meta.url), 'utf8').startsWith("'use server'")

type Action = (previous: { status: 'idle' }, form: FormData) => Promise<ActionResult<unknown>>
/** What somebody is told: the code of a refusal, `through` for everything else that is no failure of ours. */
async function toldBy(action: Action, who: Anybody, fields: Fields): Promise<string> {
  await standBefore(who, env().appUrl)
  try {
    const result = await action({ status: 'idle' }, formOf(fields))
    return result?.status === 'error' ? result.code : 'through'
  } catch (error) {
    if (/^NEXT_REDIRECT/.test(String(Reflect.get(error as object, 'digest')))) return 'through'
    throw error
  }
}

async function actionOf(folder: string, name: string): Promise<Action> {
  const [, load] = Object.entries(ACTIONS).find(([path]) => folderOf(path) === folder) ?? []
  const action = (await load?.())?.[name]
  if (typeof action !== 'function') throw new Error(`${folder} has no ${name}`)
  return action as Action
}

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of this test alone, long enough')
  await openDoorDesk()
  await makeDoorPeople()
})
afterAll(disconnect)

/** How much was recorded; that somebody signed in is none of the doors'. */
const countChanges = () => db().auditEvent.count({ where: { type: { not: 'session.started' } } })

const REFUSALS = ['NOT_SIGNED_IN', 'FORBIDDEN', 'NOT_FOUND']
const cases = Object.entries(DOORS).flatMap(([folder, doors]) =>
  Object.entries(doors).map(([name, door]): [string, string, Door] => [folder, name, door]),
)

const ROUTES = import.meta.glob<Record<string, unknown>>('../../app/**/route.ts')
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
/** next-auth's own: what it lets in is tested where people sign in. */
const OTHERS = ['api/auth/[...nextauth]']
type Handler = (request: Request, given: { params: Promise<unknown> }) => Promise<Response>

/** The same of a route handler, which answers in JSON or by its status. */
async function toldByRoute(handler: Handler, method: string, who: Who, asked: Asked): Promise<string> {
  await standBefore(who, env().appUrl)
  const url = `${env().appUrl}/route?${asked.query ?? ''}`
  const body = asked.form ? formOf(asked.form) : asked.body
  const request = new Request(url, { method, headers: REQUEST.headers, body })
  const response = await handler(request, { params: Promise.resolve(asked.params ?? {}) })
  const text = await response.text()
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1]
  if (code) return code
  return response.status < 400 ? 'through' : (STATUS[response.status] ?? `${response.status} ${text}`)
}
const STATUS: Record<number, string> = { 401: 'NOT_SIGNED_IN', 403: 'FORBIDDEN', 404: 'NOT_FOUND' }

const routeCases = Object.entries(ROUTE_DOORS).flatMap(([folder, doors]) =>
  Object.entries(doors).map(([method, door]): [string, string, RouteDoor] => [folder, method, door]),
)
const folderOfRoute = (path: string): string => path.replace(/^.*\/app\//, '').replace(/\/route\.ts$/, '')

describe('every route lets through whom it should, and nobody else', () => {
  test.each(routeCases)('%s %s', async (folder, method, { who, given, tells }) => {
    const [, load] = Object.entries(ROUTES).find(([path]) => folderOfRoute(path) === folder) ?? []
    const handler = (await load?.())?.[method] as Handler
    for (const one of PEOPLE) {
      const asked = await given(personOf(one === 'anonymous' ? 'reviewer' : one))
      const told = await toldByRoute(handler, method, one, asked)
      if (who.includes(one)) expect([one, told]).toEqual([one, tells])
      else expect(REFUSALS, `${one} is told ${told}`).toContain(told)
    }
  })

  test('all of them are registered', async () => {
    const there: string[] = []
    for (const [path, load] of Object.entries(ROUTES)) {
      const folder = folderOfRoute(path)
      if (OTHERS.includes(folder)) continue
      for (const name of Object.keys(await load())) if (METHODS.includes(name)) there.push(`${folder} ${name}`)
    }
    expect(routeCases.map(([folder, method]) => `${folder} ${method}`).sort()).toEqual(there.sort())
  })
})

describe('every door lets through whom it should, and nobody else', () => {
  test.each(cases)('%s %s', async (folder, name, { who, given, tells }) => {
    const action = await actionOf(folder, name)
    const first = who.find((one) => one !== 'anonymous' && one !== 'disabled')
    const fields = await given(personOf(first ?? 'reviewer'))
    const before = await countChanges()
    for (const one of PEOPLE.filter((one) => !who.includes(one))) {
      const told = await toldBy(action, one, fields)
      expect(
        REFUSALS.filter((refusal) => refusal !== tells),
        `${one} is told ${told}`,
      ).toContain(told)
    }
    expect(await countChanges(), 'a refusal changes nothing').toBe(before)
    const told: [Who, string][] = []
    for (const [i, one] of who.entries()) {
      const own = i === 0 ? fields : await given(personOf(one === 'anonymous' || one === 'disabled' ? 'reviewer' : one))
      told.push([one, await toldBy(action, one, own)])
    }
    expect(told).toEqual(who.map((one) => [one, tells]))
  })
})

describe('no editor approves', () => {
  test.each(OWN_WORK)('%s of their own', async (_what, folder, name, made) => {
    const fields = await made(personOf('editor'))
    const action = await actionOf(folder, name)
    expect(await toldBy(action, 'editor', fields)).toBe('SAME_PERSON')
    expect(await toldBy(action, 'second editor', fields)).toBe('through')
  })
})

test('every action is registered, and none that is not there', async () => {
  const there: string[] = []
  for (const [path, load] of Object.entries(ACTIONS)) {
    if (!isServerSide(path)) continue
    for (const name of Object.keys(await load())) there.push(`${folderOf(path)} ${name}`)
  }
  expect(cases.map(([folder, name]) => `${folder} ${name}`).sort()).toEqual(there.sort())
  expect(EVERYBODY).toHaveLength(PEOPLE.length)
})
