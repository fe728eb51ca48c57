import { languageOf } from '../rules/language'
import { languageName } from '../rules/languages'

/** "This text seems to be in French; only English is read." for a text in another language, else null. */
export function foreignNote(text: string): string | null {
  const code = languageOf(text)
  return code === null || code === 'en' ? null : noteOn(code)
}

/** The same for a language that is known already (ISO 639-1, or null). */
export const noteOn = (code: string | null): string | null =>
  code === null || code === 'en' ? null : `This text seems to be in ${languageName(code)}; only English is read.`
