import type { Tag } from './tree'

/** Why a part of a page is not its article, in words for the desk. */
export type PartReason =
  | 'hidden'
  | 'navigation'
  | 'comments'
  | 'related articles'
  | 'newsletter or promotion'
  | 'share buttons'
  | 'advertisement'
  | 'author box'
  | 'caption'
  | 'pull quote'
  | 'about the article'
  | 'footer'

/** One of these words, whole, in a dashed name. */
const word = ({ raw }: TemplateStringsArray): RegExp =>
  new RegExp(`(?:^|-)(?:${raw.join('').trim().split(/\s+/).join('|')})(?:-|$)`)

/** Words in the class, id or role of an element that say what it is; the first that fits. */
const NAMED: [PartReason, RegExp][] = [
  [
    'comments',
    word`comments? commentlist comment-?list disqus respond discussion livefyre replies coral viafoura spotim openweb`,
  ],
  [
    'related articles',
    word`related\w* recirc\w* recommend\w* recommendations? trending popular
      most-?(?:read|viewed|shared|popular|commented) read-?(?:more|next|also) also-?(?:read|like)
      more-?(?:from|stories|news|articles|posts|on|in|like) see-?also up-?next next-?(?:article|post|story|up)
      prev\w*-?(?:article|post|story) outbrain taboola zergnet jp-?relatedposts yarpp
      latest-?(?:news|posts|stories)? teasers? linkbox link-?list inline-?links? post-?navigation nav-?links next-?prev prev-?next
      editors?-?picks? also similar suggest\w* siblings rich-?link story-?list further-?reading dont-?miss river
      carousel upnext read-?on`,
  ],
  [
    'newsletter or promotion',
    word`newsletters? sign-?up subscribe subscriptions?(?:-\w+)? promo\w* mailchimp mc-?embed\w* optin paywall-?(?:box|banner|message|prompt|overlay|offer|barrier|notice) regwall membership donat\w*
      call-?to-?action cta app-?download offers? support-?us upsell giveaway marketing inscription
      contribut(?:e|ions?)`,
  ],
  [
    'share buttons',
    word`shar(?:e|es|ing|edaddy|ethis|ebar) social\w* addthis\w* addtoany sharethis sd-sharing follow-?us
      print-?(?:button|link|friendly) like-?button toolbar tools`,
  ],
  [
    'advertisement',
    word`ads? adverts? advert\w* advertis\w* sponsor\w* dfp adslot ad-?(?:slot|unit|box|container|wrapper) banner
      commercial affiliate\w* shopping buy-?(?:now|box)`,
  ],
  [
    'author box',
    word`author-?(?:bio|box|info|card|description|about|profile|details|block|section|widget) about-?(?:the-?)?author
      bio biography contributors? bylines? authors? writer post-?author vcard`,
  ],
  [
    'caption',
    word`captions? wp-?caption\w* credits? photo-?credit image-?(?:credit|caption|source|copyright|meta) copyright
      legend cutline media-?(?:caption|info|meta) figcaption gallery slideshow lightbox photo-?(?:info|meta)`,
  ],
  ['pull quote', word`pull-?quotes? pulled-?quote blockquote-?share click-?to-?tweet tweet-?(?:this|able) bctt`],
  [
    'about the article',
    word`breadcrumbs? tags? tag-?(?:list|cloud|links) meta metadata post-?(?:meta|info|date|tags|categories)
      entry-?meta timestamp datetime pub-?date published date categories category-?list topics? keywords
      article-?(?:info|meta|details) reading-?time toc table-?of-?contents ez-?toc\w* post-?views ratings? kicker
      rubric eyebrow section-?(?:label|name) corrections?-?(?:policy|link) trust-?(?:mark|project) jump-?links?`,
  ],
  [
    'navigation',
    word`nav navbar navigation menu\w* sub-?menu sidebars? side-?bar rail right-?(?:col|column|rail) pagination pager
      paging skip-?(?:link|to\w*) search-?(?:form|box|bar) topbar widget-?area masthead site-?header
      megamenu drawer off-?canvas language-?switcher back-?to-?top breaking-?(?:news|bar) ticker aside`,
  ],
  [
    'footer',
    word`footer site-?footer page-?footer colophon cookies? consent gdpr modal popup pop-?up overlay tooltip
      disclaimer legal notification toast alerts? login register`,
  ],
]

const ELEMENTS: Record<string, PartReason> = {
  nav: 'navigation',
  menu: 'navigation',
  footer: 'footer',
  aside: 'navigation',
  figcaption: 'caption',
  form: 'newsletter or promotion',
}
const ROLES: Record<string, PartReason> = {
  navigation: 'navigation',
  banner: 'navigation',
  complementary: 'navigation',
  contentinfo: 'footer',
  dialog: 'footer',
  alertdialog: 'footer',
  search: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  tooltip: 'hidden',
}

/** What themes write on the article itself: categories and tags of the post, states, layouts. */
const OF_THE_WHOLE = /^(?:tag|category|has|with|no|is|js|type|status|format|author|single|page|layout|col|postid|post)-/
const WHOLE = new Set(['html', 'body', 'main', 'article', '#page'])

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** Whole names that themes give to what readers do not see. */
const UNSEEN =
  /^(?:hidden|visually-?hidden|sr-only|screen-reader(?:-text|-only)?|structured-data|off-?screen|invisible)$/

/** "relatedPosts article__Share-bar" as "related-posts article-share-bar". */
const dashed = (token: string): string =>
  token
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')

/** What an element says it is, by its name, role, class and id, when that is not the article; else null. */
export function partReason(tag: Tag): PartReason | null {
  const { attributes } = tag
  if ('hidden' in attributes || HIDDEN_STYLE.test(attributes.style ?? '')) return 'hidden'
  const byRole = ROLES[attributes.role ?? '']
  if (byRole) return byRole
  if (WHOLE.has(tag.name)) return null
  const byName = Object.hasOwn(ELEMENTS, tag.name) ? ELEMENTS[tag.name] : undefined
  return byName ?? reasonOfNames(`${attributes.class ?? ''} ${attributes.id ?? ''}`)
}

const known = new Map<string, PartReason | null>()
const MAX_KNOWN = 20_000

function reasonOfNames(names: string): PartReason | null {
  if (names.length === 1) return null
  const before = known.get(names)
  if (before !== undefined) return before
  const reason = readNames(names)
  if (known.size > MAX_KNOWN) known.clear()
  known.set(names, reason)
  return reason
}

function readNames(names: string): PartReason | null {
  const tokens = names.slice(0, 600).split(/\s+/).filter(Boolean).map(dashed)
  if (tokens.some((token) => UNSEEN.test(token))) return 'hidden'
  const telling = tokens.filter((token) => !OF_THE_WHOLE.test(token))
  if (telling.some((token) => /^(?:h-?entry|hnews|type-post)$/.test(token))) return null
  for (const [reason, pattern] of NAMED) if (telling.some((token) => pattern.test(token))) return reason
  return null
}

const BODY_NAMES = word`article-?(?:body|content|text|copy|main|page)\w* story-?(?:body|content|text|copy)\w*
      post-?(?:body|content|text|entry)\w* entry-?(?:content|body|text) body-?(?:copy|text|content)
      content-?(?:body|text|article) news-?(?:body|content|text) blog-?(?:content|post)
      main-?(?:content|text|article) page-?content td-post-content articulo artikel articletext richtext
      rich-?text wysiwyg prose`

/** Whether an element says that it holds an article's text. */
export const saysBody = (tag: Tag): boolean =>
  /\barticleBody\b/i.test(tag.attributes.itemprop ?? '') ||
  `${tag.attributes.class ?? ''} ${tag.attributes.id ?? ''}`
    .slice(0, 600)
    .split(/\s+/)
    .some((token) => token !== '' && BODY_NAMES.test(dashed(token)))
