import { type Day, daysBetween } from '@/lib/core/days'
import { withoutDates } from '../cleaning-dates'
import { dayInAddress, daysInText, type MarkedDay, readMarkedDay } from './day-texts'
import { articleNodes, type LinkedNode, pageNodes, textField } from './linked-data'
import type { PlacedBlock } from './region'
import { isWithin, type Page, type Tag, textOf } from './tree'

/** Where a page names its day. `trust`: higher wins; what is equal, the first. */
type Witness = MarkedDay & { trust: number; basis: string }

export type PageDay = { publishedOn: Day | null; dayBasis: string | null }

export type DaySources = {
  page: Page
  html: string
  nodes: readonly LinkedNode[]
  metas: ReadonlyMap<string, string>
  blocks: readonly PlacedBlock[]
  region: Tag
  titleTag: Tag | null
  url: string | null
  canonicalUrl: string | null
  dayFirst: boolean | null
  latestOn: Day | null
}

/** The day on which readers first saw the page, and which part of it says so. */
export function readDay(sources: DaySources): PageDay {
  const isPossible = ({ day }: MarkedDay): boolean => sources.latestOn === null || day <= sources.latestOn
  const witnesses = [
    ...linkedWitnesses(sources),
    ...metaWitnesses(sources),
    ...elementWitnesses(sources),
    ...addressWitnesses(sources),
    ...lineWitnesses(sources),
    ...scriptWitnesses(sources),
  ].filter(isPossible)
  const best = witnesses.reduce<Witness | null>((a, b) => (a === null || b.trust > a.trust ? b : a), null)
  if (best === null) return { publishedOn: null, dayBasis: null }
  const local = best.isUtc ? localDay(best, witnesses) : null
  return local ? { publishedOn: local.day, dayBasis: local.basis } : { publishedOn: best.day, dayBasis: best.basis }
}

/** A time in UTC can name the day after (or before) the one that readers saw: the page's own words decide. */
const localDay = (best: Witness, witnesses: readonly Witness[]): Witness | null => {
  const others = witnesses.filter(
    (other) => !other.isUtc && other.trust >= SEEN && Math.abs(daysBetween(best.day, other.day)) <= 1,
  )
  return others.some((other) => other.day === best.day) ? null : (others[0] ?? null)
}

const SEEN = 40

function linkedWitnesses({ nodes, dayFirst }: DaySources): Witness[] {
  const from = (list: readonly LinkedNode[], field: string, trust: number, basis: string): Witness[] =>
    list.flatMap((node) => {
      const day = readMarkedDay(textField(node[field]) ?? '', dayFirst)
      return day ? [{ ...day, trust, basis }] : []
    })
  const articles = articleNodes(nodes)
  return [
    ...from(articles, 'datePublished', 100, 'Linked data of the article (datePublished)'),
    ...from(pageNodes(nodes), 'datePublished', 90, 'Linked data of the page (datePublished)'),
    ...from(articles, 'dateCreated', 60, 'Linked data of the article (dateCreated)'),
    ...from(articles, 'dateModified', 20, 'Linked data of the article (dateModified)'),
    ...from(pageNodes(nodes), 'dateModified', 12, 'Linked data of the page (dateModified)'),
  ]
}

const PUBLISHED_METAS =
  /^(?:article:published(?:_time|_date|time)?|og:article:published_time|og:published_time|og:pubdate|og:publish_date|rnews:datepublished|datepublished|date_published|publishdate|publish[-_]?date|publication[-_]?date|published[-_]?(?:date|time|at)?|pubdate|pub_date|parsely-pub-date|sailthru\.date|cxenseparse:(?:recs:)?publishtime|cxenseparse:[a-z]{3}-publishtime|dc\.date\.(?:issued|published)|dcterms\.(?:issued|date|available)|dcsext\.articlefirstpublished|article[._-]?(?:published|date)(?:[._-]?(?:original|published|first))?|articledate|article_date_original|citation_(?:publication_|online_)?date|bt:pubdate|originalpublicationdate|displaydate|iso-8601-publish-date|ptime|prism\.publicationdate|gentime|eprints\.date|shareaholic:article_published_time|vr:published_time|timestamp|lastpublished|firstpublished)$/
const SOME_DATE_METAS =
  /^(?:date|dc\.date|dc:date|dcterms\.created|dc\.date\.created|datecreated|created|og:date|video:release_date|release_date|sortdate|blogger:date|time)$/
const MODIFIED_METAS =
  /^(?:article:modified(?:_time)?|og:updated_time|datemodified|date_modified|last-modified|lastmod|modified|dc\.date\.modified|dcterms\.modified|revised|utime|article:updated(?:_time)?|updated)$/

function metaWitnesses({ metas, dayFirst }: DaySources): Witness[] {
  const found: Witness[] = []
  for (const [name, value] of metas) {
    const trust = PUBLISHED_METAS.test(name) ? 95 : SOME_DATE_METAS.test(name) ? 55 : MODIFIED_METAS.test(name) ? 15 : 0
    const day = trust > 0 ? readMarkedDay(value, dayFirst) : null
    if (day) found.push({ ...day, trust, basis: `Meta tag ${name}` })
  }
  return found
}

/** Elements that mark a date up: microdata, time, abbr, and classes that name a publication day. */
function elementWitnesses({ page, region, titleTag, dayFirst }: DaySources): Witness[] {
  const found: Witness[] = []
  const article = articleAround(titleTag) ?? region
  for (const tag of page.tags) {
    const kind = kindOf(tag)
    if (kind === null) continue
    const { attributes } = tag
    const marked =
      attributes.content ??
      attributes.datetime ??
      attributes['data-datetime'] ??
      attributes['data-published'] ??
      attributes.title ??
      ''
    const text = textOf(tag).slice(0, 160)
    const day = [marked, text]
      .filter((value) => /\d/.test(value))
      .map((value) => readMarkedDay(value, dayFirst))
      .find((read) => read !== null)
    if (!day) continue
    const isNear = isWithin(tag, article) || isWithin(tag, region) || isNearTitle(tag, titleTag)
    const isUpdate = MODIFIED_WORDS.test(`${attributes.class ?? ''} ${attributes.itemprop ?? ''} ${text.slice(0, 40)}`)
    const trust = isUpdate ? 18 : kind === 'itemprop' ? (isNear ? 85 : 45) : isNear ? (kind === 'time' ? 70 : 62) : 30
    found.push({
      ...day,
      trust,
      basis: isUpdate ? 'Update time on the page' : `Date marked on the page: ${text || marked}`.slice(0, 160),
    })
  }
  return found
}

const MODIFIED_WORDS = /modif|updat|revis|last-?(?:edit|chang)/i
const DATE_CLASS =
  /(?:^|[\s_-])(?:pub(?:lished|lish|lication)?|post(?:ed)?|entry|article|story|news|content|blog|create[d]?|submitted|byline)?[\s_-]*(?:date(?:line|time|s)?|time(?:stamp)?|published|posted|dtstamp|pubdate|day)(?:$|[\s_-])/i

function kindOf(tag: Tag): 'itemprop' | 'time' | 'class' | null {
  const { itemprop = '', class: names = '', id = '' } = tag.attributes
  if (/\bdate(?:Published|Created)\b/i.test(itemprop)) return 'itemprop'
  if (tag.name === 'time' || 'pubdate' in tag.attributes) return 'time'
  if (tag.name === 'abbr' && /published|date|timeago/i.test(names)) return 'time'
  return names.length + id.length > 0 && names.length < 300 && DATE_CLASS.test(`${names} ${id}`) && hasShortText(tag)
    ? 'class'
    : null
}

const hasShortText = (tag: Tag): boolean => tag.to - tag.from < 12 && tag.name !== 'body' && tag.name !== 'html'

function articleAround(tag: Tag | null): Tag | null {
  for (let at = tag; at; at = at.parent) if (at.name === 'article') return at
  return null
}

const isNearTitle = (tag: Tag, title: Tag | null): boolean => title !== null && Math.abs(tag.from - title.from) < 25

function addressWitnesses({ url, canonicalUrl, metas }: DaySources): Witness[] {
  const day = [url, canonicalUrl, metas.get('og:url')]
    .map((address) => dayInAddress(address ?? ''))
    .find((d) => d !== null)
  if (day) return [{ day, isUtc: false, trust: 80, basis: 'The day in the address' }]
  // The folder of the page's picture is often that of the day on which both were put up.
  const picture = dayInAddress(metas.get('og:image') ?? metas.get('twitter:image') ?? '')
  return picture ? [{ day: picture, isUtc: false, trust: 8, basis: 'The day in the address of the picture' }] : []
}

const PUBLISHED_LINE =
  /\b(?:publi(?:shed|cado|cada|é|ée|cato|kováno|sert)|posted|veröffentlicht|pubblicato|gepubliceerd|first published|опубликовано|diterbitkan|written|date)\b/i
const COPYRIGHT = /©|copyright|\(c\)|all rights reserved/i

/** Lines of the page that are little more than a date, near the title or in the article. */
function lineWitnesses({ blocks, region, titleTag, dayFirst }: DaySources): Witness[] {
  const found: Witness[] = []
  for (const block of blocks) {
    if (block.text.length > 300 || !/\d/.test(block.text) || COPYRIGHT.test(block.text)) continue
    const days = daysInText(block.text, dayFirst)
    const day = days[0]
    if (!day) continue
    const isUpdate = MODIFIED_WORDS.test(block.text) && days.length === 1
    const isBare = withoutDates(block.text).length < 40
    const isNear = isNearTitle(block.tag, titleTag) || isWithin(block.tag, region)
    const says = PUBLISHED_LINE.test(block.text)
    const trust = isUpdate
      ? 16
      : says && isNear
        ? 66
        : isBare && isNear
          ? 58
          : says
            ? 42
            : isBare
              ? 28
              : isNear
                ? 10
                : 5
    found.push({ day, isUtc: false, trust, basis: `The line “${block.text.slice(0, 120)}”` })
  }
  return found
}

const IN_SCRIPT =
  /["'](?:datePublished|publishedDate|published_date|publishDate|publish_date|pubDate|pub_date|publicationDate|publication_date|published_at|publishedAt|firstPublished(?:At)?|first_published_at|datePublishedISO|article_date|articlePublishDate|displayDate|postDate|published)["']\s*:\s*\\?["']?([^"'\\,}]{8,40})/gi

const MOST_SCRIPT_DATES = 200

/** Data that the page's own scripts carry. */
function scriptWitnesses({ html, dayFirst }: DaySources): Witness[] {
  let asked = 0
  for (const match of html.matchAll(IN_SCRIPT)) {
    if (++asked > MOST_SCRIPT_DATES) break
    const day = readMarkedDay(match[1] ?? '', dayFirst)
    if (day) return [{ ...day, trust: 50, basis: 'Data in a script of the page' }]
  }
  return []
}
