import type { FieldErrors } from '@/lib/core/errors'

/** What the server takes in one form, with room for what stands between the fields (see `bodySizeLimit` in next.config.js). */
export const MAX_FORM_BYTES = 26_000_000

/** What `unsendable` has to know of a control; an HTML control has it. */
export type ControlState = { name: string; type: string; isUnreadable: boolean }

const UNREADABLE: Record<string, string> = {
  date: 'Not a day of the calendar, or not all of it is filled in. Correct it, or empty the field.',
  number: 'Not a number. Write it in digits, or empty the field.',
}

/**
 * What cannot reach the server as it was typed, by field name. Of a day that does not exist a browser sends nothing, so it
 * would be lost silently; a form above the server's limit is answered by a broken page, with all that was typed.
 */
export function unsendable(
  controls: Iterable<ControlState>,
  entries: Iterable<[string, FormDataEntryValue]>,
): FieldErrors {
  const fields: FieldErrors = {}
  for (const { name, type, isUnreadable } of controls) {
    if (isUnreadable && name !== '') fields[name] = UNREADABLE[type] ?? 'This cannot be read. Correct it.'
  }
  const sizes = [...entries].map(([name, value]) => ({ name, bytes: new Blob([value]).size }))
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total <= MAX_FORM_BYTES) return fields
  const [largest] = sizes.sort((a, b) => b.bytes - a.bytes)
  return largest ? { ...fields, [largest.name]: 'This is larger than a form can carry (26 MB). Shorten it.' } : fields
}

/** The controls of a form that hold something. */
export const controlsOf = (form: HTMLFormElement): ControlState[] =>
  [...form.elements]
    .filter((element) => element instanceof HTMLInputElement)
    .map(({ name, type, validity }) => ({ name, type, isUnreadable: validity.badInput }))
