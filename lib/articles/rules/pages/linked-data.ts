/** A node of a page's linked data (schema.org): its fields as they came. */
export type LinkedNode = Record<string, unknown>

const MAX_NODES = 2000
const MAX_NESTING = 12
const MAX_SCRIPT = 2_000_000

/** All nodes of the page's linked data scripts, also those within `@graph`, lists and other nodes; broken ones are left out. */
export function linkedNodes(scripts: readonly string[]): LinkedNode[] {
  const nodes: LinkedNode[] = []
  for (const script of scripts) if (script.length <= MAX_SCRIPT) gather(parseLoosely(script), nodes, 0)
  return nodes
}

function gather(value: unknown, nodes: LinkedNode[], nesting: number): void {
  if (nesting > MAX_NESTING || nodes.length >= MAX_NODES) return
  if (Array.isArray(value)) for (const item of value) gather(item, nodes, nesting + 1)
  else if (isNode(value)) {
    if ('@type' in value) nodes.push(value)
    for (const [key, part] of Object.entries(value)) if (HOLDERS.has(key)) gather(part, nodes, nesting + 1)
  }
}

/** Fields that hold what the page is about; a related article's node lies elsewhere. */
const HOLDERS = new Set([
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'review',
  'claimReview',
  'liveBlogUpdate',
  'itemListElement',
  'item',
])

export const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON as sites write it: in comments, with line ends in texts, commas too many, entities. Null when it stays unreadable. */
function parseLoosely(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*;?\s*$/, '')
    .trim()
    .replace(/;$/, '')
  for (const repair of REPAIRS) {
    try {
      return JSON.parse(repair(bare))
    } catch {
      // The next repair is tried.
    }
  }
  return null
}

const withoutControls = (text: string): string => text.replace(/(?![\u2028\u2029])\p{Cc}+/gu, ' ')
const REPAIRS: ((text: string) => string)[] = [
  (text) => text,
  withoutControls,
  (text) => withoutControls(text).replace(/,\s*([}\]])/g, '$1'),
  (text) =>
    withoutControls(text)
      .replace(/\\(?!["\\/bfnrtu])/g, '')
      .replace(/,\s*([}\]])/g, '$1'),
  (text) => withoutControls(text).replaceAll('&quot;', '"'),
]

export const typesOf = (node: LinkedNode): string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string')

const ARTICLE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*NewsArticle|BlogPosting|SocialMediaPosting|LiveBlogPosting|Report|Review|ClaimReview|Recipe|VideoObject)$/
const PAGE = /^(?:https?:\/\/schema\.org\/)?(?:\w*Page|CreativeWork|MediaObject)$/

export const articleNodes = (nodes: readonly LinkedNode[]): LinkedNode[] =>
  nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type) && !/(?:Review|VideoObject)$/.test(type)))
export const pageNodes = (nodes: readonly LinkedNode[]): LinkedNode[] =>
  nodes.filter((node) => typesOf(node).some((type) => PAGE.test(type)))
export const claimReviewNodes = (nodes: readonly LinkedNode[]): LinkedNode[] =>
  nodes.filter((node) => typesOf(node).some((type) => /(?:^|\/)ClaimReview$/.test(type)))

/** A field as a text: itself, the first of a list that is one, or the name of the thing it is. */
export function textField(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  if (Array.isArray(value)) return value.map(textField).find((text) => text !== null) ?? null
  return isNode(value) ? textField(value.name ?? value['@value']) : null
}

/** All names in a field, for several authors. */
export function namesIn(value: unknown): string[] {
  const all = [value].flat(3).map(textField)
  return all.filter((name, i): name is string => name !== null && all.indexOf(name) === i)
}
