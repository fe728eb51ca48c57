import { afterAll, beforeAll, expect, test } from 'vitest'
import { getPreference } from '@/lib/accounts/queries/preferences'
import { disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { chooseKeys, forgetKeys } from './commands/keys'
import { KEY_ACTION_IDS, keyAction } from './rules/key-actions'
import { ChooseKeysInput } from './schema/keys'

let people: People
beforeAll(async () => {
  people = await makePeople()
})
afterAll(disconnect)

/** The form as it is sent with the defaults, and some fields changed. */
const form = (changed: Record<string, string>, lettersOn = true) =>
  ChooseKeysInput.parse({
    ...(lettersOn ? { lettersOn: 'on' } : {}),
    keys: { ...Object.fromEntries(KEY_ACTION_IDS.map((id) => [id, keyAction(id).keys])), ...changed },
  })

test('keys are kept as far as they differ, refused where they collide, and forgotten', async () => {
  const ctx = people.ada.ctx()
  await chooseKeys(ctx, form({ 'candidate-accept': 'Y' }))
  const kept = { lettersOn: true, keys: { 'candidate-accept': 'y' } }
  expect(await getPreference(ctx, 'keys')).toEqual(kept)
  await expect(chooseKeys(ctx, form({ 'candidate-accept': 'r' }, false))).rejects.toMatchObject({
    code: 'BAD_INPUT',
    fields: { 'keys.candidate-accept': expect.stringContaining('“Reject” has R') },
  })
  expect(await getPreference(ctx, 'keys')).toEqual(kept)
  await chooseKeys(ctx, form({ 'list-next': '' }, false))
  expect(await getPreference(ctx, 'keys')).toEqual({ lettersOn: false, keys: { 'list-next': '' } })
  await forgetKeys(ctx)
  expect(await getPreference(ctx, 'keys')).toBeNull()
})
