/** The text that a form's control of this name holds; of radio buttons the chosen one. */
export function controlText(form: HTMLFormElement, name: string): string {
  const control = form.elements.namedItem(name)
  return control !== null && 'value' in control && typeof control.value === 'string' ? control.value : ''
}

/** Puts a text into a form's control and tells those that listen (the character count, the kept draft). */
export function setControl(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name)
  if (control instanceof RadioNodeList) {
    for (const radio of control) if (radio instanceof HTMLInputElement) radio.checked = radio.value === value
    form.dispatchEvent(new Event('input', { bubbles: true }))
  } else if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  ) {
    control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** What the named controls hold. */
export const controlTexts = (form: HTMLFormElement, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, controlText(form, name)]))
