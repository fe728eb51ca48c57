import { z } from 'zod'
import { KEY_ACTION_IDS, type KeyActionId } from '../rules/key-actions'

const TypedKeys = z.string({ error: 'Write a key.' }).max(30, { error: 'That is more than two keys.' })

/** The form of keys: a field for each action; one that is left empty has no key. */
export const ChooseKeysInput = z.object({
  lettersOn: z
    .literal('on', { error: 'Tick it or leave it.' })
    .optional()
    .transform((ticked) => ticked === 'on'),
  keys: z
    .object(
      Object.fromEntries(KEY_ACTION_IDS.map((id) => [id, TypedKeys.default('')])) as Record<
        KeyActionId,
        z.ZodDefault<typeof TypedKeys>
      >,
    )
    .prefault({}),
})
export type ChooseKeysInput = z.output<typeof ChooseKeysInput>
