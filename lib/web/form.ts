/** What a form's fields become: texts, files, lists and objects of them. Still unchecked: a schema comes next. */
export type FormValue = string | File | FormValue[] | { [name: string]: FormValue }

const MAX_FIELDS = 5000
const MAX_DEPTH = 5
const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor'])

type Node = { value?: string | File; values?: (string | File)[]; children?: Map<string, Node> }

/**
 * A form's entries as an object, by these rules for names:
 *
 * - `title` is a text or a file; given twice it becomes a list, which a text field's schema refuses.
 * - `roles[]` is always a list, also with one entry; without any it is absent.
 * - `due.from` is `{ due: { from } }`; when all parts below a name are numbers, as in `scale.0.label`, it is a list in their
 *   order.
 * - An empty field counts as not given, so `optional()` and "… is needed" work without further words.
 * - Names that begin with `$` are the framework's own.
 */
export function readForm(entries: Iterable<[string, string | File]>): { [name: string]: FormValue } {
  const root: Node = { children: new Map() }
  let count = 0
  for (const [name, value] of entries) {
    if (name.startsWith('$') || isEmpty(value)) continue
    if (++count > MAX_FIELDS) break
    place(root, name, value)
  }
  return toObject(root.children ?? new Map())
}

const isEmpty = (value: string | File): boolean =>
  typeof value === 'string' ? value === '' : value.size === 0 && value.name === ''

function place(root: Node, name: string, value: string | File): void {
  const isList = name.endsWith('[]')
  const parts = (isList ? name.slice(0, -2) : name).split('.')
  if (parts.length > MAX_DEPTH || parts.some((part) => part === '' || FORBIDDEN.has(part))) return
  let node = root
  for (const part of parts) {
    node.children ??= new Map()
    const next = node.children.get(part) ?? {}
    node.children.set(part, next)
    node = next
  }
  if (isList || node.values) node.values = [...(node.values ?? []), value]
  else if (node.value !== undefined) {
    node.values = [node.value, value]
    node.value = undefined
  } else node.value = value
}

const toObject = (children: Map<string, Node>): { [name: string]: FormValue } =>
  Object.fromEntries([...children].map(([name, node]) => [name, toValue(node)]))

function toValue(node: Node): FormValue {
  if (node.values) return node.values
  if (node.value !== undefined) return node.value
  const children = node.children ?? new Map<string, Node>()
  const isList = [...children.keys()].every((key) => /^\d{1,4}$/.test(key))
  if (!isList) return toObject(children)
  return [...children].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => toValue(child))
}

const SECRET = /password|token|secret/i
/** As long as the longest text that any form takes: an article's. */
const MAX_KEPT = 2_000_000

/**
 * The texts that were typed, by field name, to be shown again after a refusal: no files, no secrets, nothing longer than a
 * form takes. A repeated name, and one that ends in [], keeps its list.
 */
export function keptValues(entries: Iterable<[string, string | File]>): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {}
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || name.startsWith('$') || SECRET.test(name) || FORBIDDEN.has(name)) continue
    if (value.length > MAX_KEPT) continue
    const before = kept[name]
    if (before === undefined) kept[name] = name.endsWith('[]') ? [value] : value
    else kept[name] = [before, value].flat()
  }
  return kept
}
