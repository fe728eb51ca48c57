import { setPreference } from '@/lib/accounts/commands/preferences'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { keptKeys, keyProblems } from '../rules/keys'
import type { ChooseKeysInput } from '../schema/keys'

/** Keeps the keys that the signed-in person works with. Throws BAD_INPUT at `keys.ID` where two would collide. */
export async function chooseKeys(ctx: Context, { lettersOn, keys }: ChooseKeysInput): Promise<void> {
  const problems = Object.entries(keyProblems(keys))
  if (problems.length > 0)
    throw new AppError('BAD_INPUT', {
      text: 'Some keys cannot be used. Your keys are as before; what you typed is still here.',
      fields: Object.fromEntries(problems.map(([id, text]) => [`keys.${id}`, text])),
    })
  await setPreference(ctx, 'keys', keptKeys(lettersOn, keys))
}

/** Back to the keys that everybody begins with. */
export const forgetKeys = (ctx: Context): Promise<void> => setPreference(ctx, 'keys', null)
