import { EMPTY_CONTENT, VerdictContent } from '../schema'

type Field = keyof VerdictContent

/** What the editor's controls hold, as a content. What cannot be stored as typed counts as left open; the rationale stays. */
export function contentOfTexts(texts: Readonly<Partial<Record<Field, string>>>): VerdictContent {
  const sent = { ...texts, checks: texts.checks ? texts.checks.split(',') : [] }
  const { data, error } = VerdictContent.safeParse(sent)
  if (data) return data
  const wrong = new Set(error.issues.map(({ path }) => path[0]))
  const usable = Object.fromEntries(Object.entries(sent).filter(([field]) => !wrong.has(field)))
  return { ...EMPTY_CONTENT, ...VerdictContent.safeParse(usable).data, rationale: texts.rationale ?? '' }
}
