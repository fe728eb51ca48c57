/** Every rule family with its version: raised when the family's output changes, so that a re-run can say what is new. */
export const VERSIONS: Readonly<Record<string, number>> = {
  sentences: 1,
  quantities: 6,
  times: 6,
  windows: 6,
  attributions: 10,
  certainty: 7,
  kinds: 10,
  claims: 13,
  worthiness: 2,
}

const written = new Map<string, string>()

/** "kinds/figure" -> "kinds/figure@1". Throws RangeError for a family that is not registered. */
export function versioned(rule: string): string {
  const known = written.get(rule)
  if (known) return known
  const family = rule.slice(0, rule.indexOf('/'))
  const version = VERSIONS[family]
  if (version === undefined) throw new RangeError(`no rule family "${family}"`)
  const id = `${rule}@${version}`
  written.set(rule, id)
  return id
}
