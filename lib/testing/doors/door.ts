import type { DoorPerson, Who } from './people'

export type Fields = Record<string, string | number | null | undefined | File | readonly string[]>

/** An action: who gets through, and what they send. Whoever else stands before it is refused, with the very same form. */
export type Door = {
  who: readonly Who[]
  /** Made anew for each who gets through, so that nobody finds it done; for the others as for the first of them. */
  given: (person: DoorPerson) => Fields | Promise<Fields>
  /** What who gets through is told where it is not that it was done: a refusal that is none of the right to do it. */
  tells: string
}
/** By the file's folder in app/, and the action's name. */
export type Doors = Readonly<Record<string, Readonly<Record<string, Door>>>>

export const REVIEW: readonly Who[] = ['reviewer', 'editor']
export const EDITOR: readonly Who[] = ['editor']
export const ADMIN: readonly Who[] = ['admin']
export const KEEPERS: readonly Who[] = ['editor', 'admin']
export const DESK: readonly Who[] = ['reviewer', 'editor', 'admin']
export const SIGNED_IN: readonly Who[] = ['without a role', ...DESK]
export const EVERYBODY: readonly Who[] = ['anonymous', 'disabled', ...SIGNED_IN]

export const door = (who: readonly Who[], given: Door['given'], tells = 'through'): Door => ({ who, given, tells })

export function formOf(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one instanceof File ? one : String(one))
  }
  return form
}
