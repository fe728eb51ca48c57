import { foldKey } from '@/lib/core/text'
import { datesIn } from '../cleaning-dates'
import { articleNodes, isNode, type LinkedNode, namesIn, textField } from './linked-data'
import { foldSpace, type Page, type Tag, textOf } from './tree'

/** The page's meta tags by name, property or itemprop in lower case; the first of each that says something. */
export function metaTags(page: Page): Map<string, string> {
  const metas = new Map<string, string>()
  for (const { name, attributes } of page.tags) {
    if (name !== 'meta') continue
    const content = foldSpace(attributes.content ?? attributes.value ?? '')
    const keys = [attributes.property, attributes.name, attributes.itemprop, attributes['http-equiv']]
    for (const key of keys) if (key && content && !metas.has(key.toLowerCase())) metas.set(key.toLowerCase(), content)
  }
  return metas
}

const firstOf = (metas: ReadonlyMap<string, string>, names: readonly string[]): string | null =>
  names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null

const WORDS = /\p{L}/u
const ENTITY = /&(?:#\d+|#x[\da-f]+|amp|quot|apos|lt|gt|nbsp|lsquo|rsquo|ldquo|rdquo|ndash|mdash|hellip);/gi
const NAMED: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/** Linked data and meta tags are often escaped twice; this takes the second round away. */
const unescaped = (text: string): string =>
  text.replace(ENTITY, (entity) => {
    const name = entity.slice(1, -1).toLowerCase()
    if (!name.startsWith('#')) return NAMED[name] ?? entity
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
  })

const clean = (text: string | null | undefined, most: number): string | null => {
  if (!text) return null
  const plain = foldSpace(unescaped(text.replace(/<[^<>]{0,500}>/g, ' ')))
  return WORDS.test(plain) && plain.length <= most ? plain : null
}

export type Facts = {
  title: string | null
  /** The heading on the page that is the title. */
  titleTag: Tag | null
  publisher: string | null
  author: string | null
  canonicalUrl: string | null
  language: string | null
  /** How the page writes 03/04/2025; null when unknown. */
  dayFirst: boolean | null
  isFree: boolean | null
}

/** What a page says of itself, but for its day: linked data first, then Open Graph and meta tags, then what is seen. */
export function readFacts(
  page: Page,
  nodes: readonly LinkedNode[],
  metas: ReadonlyMap<string, string>,
  url: string | null,
): Facts {
  const article = articleNodes(nodes)[0] ?? null
  const publisher = publisherOf(nodes, article, metas)
  const locales = localesOf(page, article, metas)
  const { title, titleTag } = titleOf(page, article, metas, publisher)
  return {
    title,
    titleTag,
    publisher,
    author: authorOf(page, article, metas),
    canonicalUrl: canonicalOf(page, metas, url),
    language: locales[0]?.split(/[-_]/)[0]?.toLowerCase() ?? null,
    dayFirst: dayFirstOf(locales, url),
    isFree: freeOf(nodes),
  }
}

function titleOf(page: Page, article: LinkedNode | null, metas: ReadonlyMap<string, string>, publisher: string | null) {
  const said = [
    textField(article?.headline),
    firstOf(metas, ['og:title', 'twitter:title', 'dc.title', 'title', 'headline']),
  ]
    .map((text) => clean(text, 500))
    .filter((text) => text !== null)
  const inHead = page.tags.find((tag) => tag.name === 'title')
  const head = inHead ? clean(textOf(inHead), 500) : null
  const headings = page.tags.filter((tag) => tag.name === 'h1' || tag.name === 'h2').slice(0, 40)
  const keys = [...said, head].filter((text) => text !== null).map(foldKey)
  // The heading that repeats what the page says its title is; site names beside it do no harm.
  const titleTag = headings.find((tag) => matchesTitle(foldKey(textOf(tag)), keys)) ?? null
  const heading = titleTag ?? headings.find((tag) => tag.name === 'h1' && textOf(tag).length > 10) ?? null
  const title =
    (titleTag ? clean(textOf(titleTag), 500) : null) ??
    said[0] ??
    head ??
    (heading ? clean(textOf(heading), 500) : null)
  return { title: title && withoutSite(title, publisher), titleTag: heading }
}

const matchesTitle = (heading: string, keys: readonly string[]): boolean =>
  heading.length > 8 &&
  keys.some(
    (key) =>
      key === heading || (heading.length > 15 && key.includes(heading)) || (key.length > 20 && heading.includes(key)),
  )

/** "Bridge reopens | The Courier" without the site: what stands after the last bar or dash, when it is short or its name. */
function withoutSite(title: string, publisher: string | null): string {
  const parts = /^(.{10,}?)\s+[|•·»–—-]\s+([^|•·»]{2,40})$/.exec(title)
  if (!parts?.[1] || !parts[2]) return title
  const isSite =
    publisher !== null && foldKey(parts[2]).replace(/^the /, '') === foldKey(publisher).replace(/^the /, '')
  return isSite || / [|»•·] /.test(title) ? parts[1] : title
}

function publisherOf(
  nodes: readonly LinkedNode[],
  article: LinkedNode | null,
  metas: ReadonlyMap<string, string>,
): string | null {
  const named = [
    textField(article?.publisher),
    firstOf(metas, [
      'og:site_name',
      'application-name',
      'dc.publisher',
      'article:publisher',
      'publisher',
      'apple-mobile-web-app-title',
    ]),
    ...nodes
      .filter((node) => /^(?:WebSite|NewsMediaOrganization|Organization)$/.test(String(node['@type'])))
      .map((node) => textField(node.name)),
  ]
  return named.map((text) => clean(text, 200)).find((name) => name !== null && !/^https?:/.test(name)) ?? null
}

const NO_AUTHOR =
  /^(?:https?:|www\.|@)|[{}<>=]|^(?:admin|administrator|editor|staff|null|undefined|unknown|no author|by|author|guest)$/i

function authorOf(page: Page, article: LinkedNode | null, metas: ReadonlyMap<string, string>): string | null {
  const listed = namesIn(article?.author ?? article?.creator)
    .map((name) => clean(name, 120))
    .filter((name) => name !== null && !NO_AUTHOR.test(name))
  if (listed.length > 0) return listed.slice(0, 6).join(', ')
  const meta = clean(
    firstOf(metas, [
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'byl',
      'cxenseparse:author',
      'twitter:data1',
    ]),
    200,
  )
  if (meta && !NO_AUTHOR.test(meta) && !/\d/.test(meta)) return withoutBy(meta)
  for (const tag of page.tags) {
    const { rel, itemprop, class: names } = tag.attributes
    if (rel !== 'author' && itemprop !== 'author' && !/\b(?:byline|author-name|authorname)\b/i.test(names ?? ''))
      continue
    const text = clean(textOf(tag).slice(0, 400), 120)
    if (text && !NO_AUTHOR.test(text)) return withoutBy(text)
  }
  return null
}

/** "By Ines Falk, 5 March 2024, 10:31" as the name alone. */
const withoutBy = (text: string): string | null => {
  const name = text.replace(
    /^(?:(?:view )?all posts by|(?:written|posted|reported) by|(?:by|von|par|por|di|door)\b)\s*:?\s*/i,
    '',
  )
  const end = datesIn(name)[0]?.start ?? name.length
  const bare = name
    .slice(0, end)
    .replace(/\s+(?:published|updated|posted|on|[|•·–—-])[\s:]*$/i, '')
    .replace(/[\s,|•·–—-]+$/, '')
  return WORDS.test(bare) && !NO_AUTHOR.test(bare) ? bare : null
}

function canonicalOf(page: Page, metas: ReadonlyMap<string, string>, url: string | null): string | null {
  const link = page.tags.find((tag) => tag.name === 'link' && /\bcanonical\b/i.test(tag.attributes.rel ?? ''))
    ?.attributes.href
  const base = page.tags.find((tag) => tag.name === 'base')?.attributes.href
  for (const given of [link, metas.get('og:url'), url]) {
    const address = given && absolute(given.trim(), url ?? base ?? null)
    if (address) return address
  }
  return null
}

function absolute(address: string, base: string | null): string | null {
  const resolved = URL.canParse(address)
    ? new URL(address)
    : base && URL.canParse(address, base)
      ? new URL(address, base)
      : null
  return resolved && /^https?:$/.test(resolved.protocol) ? resolved.href : null
}

/** What the page says its language is: "en", "en-GB", "pt_BR"; the first that is one. */
function localesOf(page: Page, article: LinkedNode | null, metas: ReadonlyMap<string, string>): string[] {
  const html = page.tags.find((tag) => tag.name === 'html')?.attributes
  const said = [
    html?.lang,
    html?.['xml:lang'],
    textField(article?.inLanguage),
    ...['og:locale', 'content-language', 'dc.language', 'language'].map((name) => metas.get(name)),
  ]
  return said.flatMap((text) => /^[a-z]{2,3}(?:[-_][a-z]{2})?(?=$|[-_,; ])/i.exec(text?.trim() ?? '')?.[0] ?? [])
}

const MONTH_FIRST = /[-_](?:us|ph|pr)$/i
const DAY_FIRST_HOST = /\.(?:uk|ie|au|nz|za|in|pk|ng|ke|gh|sg|my|hk|mt|eu)$/

/**
 * Whether 03/04/2025 has the day first: as outside of English, or as the site's country or the page's locale says; null
 * where English pages say neither.
 */
function dayFirstOf(locales: readonly string[], url: string | null): boolean | null {
  const language = locales[0]?.slice(0, 2).toLowerCase()
  if (language && language !== 'en') return true
  if (url && URL.canParse(url) && DAY_FIRST_HOST.test(new URL(url).hostname)) return true
  const region = locales.find((locale) => /^en[-_][a-z]{2}$/i.test(locale))
  return region ? !MONTH_FIRST.test(region) : null
}

/** What linked data says of reading without paying: false for a part or the whole behind a paywall, null when it says nothing. */
function freeOf(nodes: readonly LinkedNode[]): boolean | null {
  const said = nodes.flatMap((node) => [
    node.isAccessibleForFree,
    ...[node.hasPart].flat().map((part) => (isNode(part) ? part.isAccessibleForFree : undefined)),
  ])
  const isNo = said.some((value) => value === false || /^(?:https?:\/\/schema\.org\/)?false$/i.test(String(value)))
  const isYes = said.some((value) => value === true || /^(?:https?:\/\/schema\.org\/)?true$/i.test(String(value)))
  return isNo ? false : isYes ? true : null
}
