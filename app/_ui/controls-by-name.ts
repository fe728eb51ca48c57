/** A form's controls of this name; `name[]` are boxes of one list. */
const controlsOf = (form: HTMLFormElement, name: string): HTMLElement[] =>
  [...form.elements].filter(
    (control): control is HTMLElement =>
      control instanceof HTMLElement && 'name' in control && (control.name === name || control.name === `${name}[]`),
  )

const isBox = (control: HTMLElement): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')

/** The text that a form's control of this name holds; of radio buttons and boxes what is chosen, with commas between. */
export function controlText(form: HTMLFormElement, name: string): string {
  const controls = controlsOf(form, name)
  const boxes = controls.filter(isBox)
  if (boxes.length > 0) return boxes.flatMap(({ checked, value }) => (checked ? value : [])).join(',')
  const [control] = controls
  return control && 'value' in control && typeof control.value === 'string' ? control.value : ''
}

/** Puts a text into a form's control and tells those that listen (the character count, the kept draft). */
export function setControl(form: HTMLFormElement, name: string, value: string): void {
  for (const control of controlsOf(form, name)) {
    if (isBox(control)) control.checked = value.split(',').includes(control.value)
    else if ('value' in control) control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** What the named controls hold. */
export const controlTexts = (form: HTMLFormElement, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, controlText(form, name)]))
