/** Where a name is being typed: from its @ to the caret. */
export type Naming = { start: number; end: number; typed: string }

/** As many words as a name may have while it is still being typed. */
const TYPED = /(?<![\p{L}\p{M}\p{N}_@.+-])@(\p{L}[\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]+){0,3}|)$/u
const LONGEST = 60

/** The name before the caret that is being typed, or null. An @ alone counts, so that all can be chosen from. */
export function namingAt(text: string, caret: number): Naming | null {
  const typed = TYPED.exec(text.slice(Math.max(0, caret - LONGEST), caret))?.[1]
  return typed === undefined ? null : { start: caret - typed.length - 1, end: caret, typed }
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

export const SHOWN = 6

/** Whose name, or a later word of it, begins with what was typed; the former first. At most six. */
export function fitting(people: readonly string[], typed: string): string[] {
  const wanted = folded(typed)
  const rank = (name: string): number =>
    folded(name).startsWith(wanted) ? 0 : folded(name).includes(` ${wanted}`) ? 1 : 2
  return [...new Set(people)]
    .map((name) => ({ name, at: rank(name) }))
    .filter(({ at }) => at < 2)
    .sort((a, b) => a.at - b.at)
    .slice(0, SHOWN)
    .map(({ name }) => name)
}
