import { type Block, isProse, linkShare, weightOf } from './blocks'
import type { PartReason } from './names'

/** Lines that stand in articles but belong to the site; the whole line must fit. */
const LINES: [PartReason, RegExp][] = [
  [
    'related articles',
    /^(?:(?:read|see|watch|learn|listen)\b.{0,12}\b(?:more|also|next|now|this|here)\b\s*[:：>»–—-]?.*|related(?: (?:articles?|stor(?:y|ies)|news|content|posts?|links?|topics?|coverage|video))?\s*[:：]?.*|more (?:from|on|in|about|stories|news)\b.*|(?:also (?:read|see|on|in|watch)|don[’']t miss|recommended(?: for you)?|trending(?: now)?|most (?:read|popular)|up next|see also|you (?:may|might) (?:also )?like|what to read next|click here\b.*|must[- ]read|further reading|editors?[’']? picks?)\b.{0,100}|lea también.*|leia (?:mais|também).*|lire aussi.*|(?:lesen sie|mehr zum thema|auch interessant).*|baca juga.*|leggi anche.*|lees ook.*|читайте также.*|ver también.*|関連記事.*)$/i,
  ],
  [
    'newsletter or promotion',
    /^(?:sign up\b.*|subscribe\b.*|get (?:the|our) .{0,60}(?:newsletter|inbox|app|alerts?)\b.*|(?:join|follow|like|find|add|connect with) (?:us|our|the)\b.{0,120}|follow .{2,60} on (?:twitter|facebook|instagram|x)\b.*|download (?:the|our) .{0,40}app\b.*|(?:enter|your) e-?mail.*|support (?:us|our)\b.{0,80}|thanks? (?:you )?for (?:signing up|subscribing|reading).{0,80}|already (?:a )?(?:subscriber|member).*|log ?in\b.{0,40}|register\b.{0,60}|newsletter.{0,30}|.{0,80}\bdelivered (?:straight |directly )?to your inbox\b.*)$/i,
  ],
  [
    'share buttons',
    /^(?:share(?: (?:this|on|via|with)\b.{0,60})?|tweet(?: this)?|pin(?: it)?|e-?mail(?: this)?.{0,30}|print(?: this)?.{0,30}|facebook|twitter|whatsapp|linkedin|reddit|pinterest|flipboard|copy link.{0,20}|link copied.{0,20}|save|like this:?|loading(?:…|\.{0,3})|compartir|compartilhe.{0,40}|teilen|partager|bagikan.{0,30}|поделиться.{0,30}|\d+ (?:shares?|comments?|views?))\s*:?$/i,
  ],
  [
    'advertisement',
    /^(?:advertise?ment|advert|ad|ads|anzeige|publicidad|publicidade|publicité|pubblicità|реклама|iklan|sponsored(?: content)?|story continues(?: below)?.{0,40}|article continues.{0,40}|continue reading.{0,80}|(?:scroll|swipe) .{0,40}|content continues.{0,30}|advertisement .{0,40})$/i,
  ],
  [
    'caption',
    /^(?:(?:image|photo|picture|foto|pic|video) ?(?:credit|copyright|caption|source|by|via)\b.{0,140}|(?:photo|photograph|foto|image|pic|credit|getty images|источник фото)\s?[:：/].{0,140}|\(?(?:ap|afp|getty|reuters|file) (?:photo|images?|file)\b.{0,100}|view (?:gallery|photos|slideshow).{0,40}|(?:play|watch) video.{0,30}|media playback is unsupported.{0,40})$/i,
  ],
  [
    'comments',
    /^(?:(?:leave|post|add|write) (?:a )?(?:comment|reply)\b.{0,60}|comments?(?: \(\d+\))?|(?:view|show|see|read) (?:all )?(?:\d+ )?comments?.{0,20}|join the (?:conversation|discussion).{0,60}|what do you think\?.{0,80}comments?.{0,30}|let us know .{0,60}comments?.{0,30})$/i,
  ],
  [
    'footer',
    /^(?:(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?\d{4}.{0,200}|all rights reserved.{0,120}|terms (?:of|and) .{0,60}|privacy policy.{0,40}|latest posts by .{2,80}|report (?:a typo|an error).{0,40}|contact us.{0,60}|we use cookies.{0,200})$/i,
  ],
  [
    'about the article',
    /^(?:filed under\b.{0,200}|(?:tags?|topics|categories|category|posted in|tagged(?: with)?|labels|keywords|schlagworte|etiquetas)\s?[:：].{0,300}|(?:first )?(?:published|posted|updated|last (?:updated|modified))\b.{0,80}|\d{1,3} ?(?:min(?:ute)?s?)(?: to)? read.{0,20}|table of contents|contents)$/i,
  ],
]

/** Sentences that sites set into articles; they may be long, so their words must leave no doubt. */
const NOTICES: [PartReason, RegExp][] = [
  [
    'advertisement',
    /\b(?:may (?:contain|include|earn|receive).{0,60}\b(?:affiliate|commissions?|referral)|affiliate (?:links?|commissions?)\b.{0,80}\b(?:earn|purchase|buy)|(?:earn|receive) (?:a |an )?(?:small |affiliate )*commissions?)\b/i,
  ],
  [
    'about the article',
    /^(?:\W*(?:(?:additional )?(?:reporting|writing|editing) by\b.{2,200}|.{2,200}\bcontributed to this (?:report|story|article)\b.{0,80}|this (?:article|story|post) (?:was (?:originally|first) |originally )?(?:appeared|published)\b.{0,160}))$/i,
  ],
  [
    'footer',
    /(?:copyright|©).{0,60}\b\d{4}\b.{0,160}\b(?:all rights reserved|reprinted|permission)\b|\b(?:material|document|article|content)\b.{0,60}\b(?:subject to copyright|may not be (?:published|reproduced|broadcast))/i,
  ],
  [
    'newsletter or promotion',
    /\b(?:delivered|sent|straight|directly|right) (?:straight |directly |right )?(?:in)?to your inbox\b|\bin your inbox\?|^(?:want|would you like|do you want)\b.{0,120}\b(?:sign up|subscribe|newsletter)\b/i,
  ],
]

/** Why one line is not the article's text, judged by its words alone; null when nothing is against it. */
export function furnitureReason(block: Block): PartReason | null {
  const { text } = block
  if (text.length < 500) for (const [reason, pattern] of NOTICES) if (pattern.test(text)) return reason
  if (text.length > 320) return null
  for (const [reason, pattern] of LINES) if (pattern.test(text) && !looksLikeSentences(reason, block)) return reason
  return null
}

/** "Read more books than you write", says a paragraph: only what is short or linked is a pointer elsewhere. */
const looksLikeSentences = (reason: PartReason, block: Block): boolean =>
  (reason === 'related articles' || reason === 'newsletter or promotion') &&
  isProse(block) &&
  linkShare(block) < 0.2 &&
  weightOf(block.text) > 160

const INVITES =
  /\b(?:follow|subscribe|sign up|newsletter|letters? to the editor|e-?mail(?: us)?|@\w{3,}|twitter|facebook|instagram|telegram|whatsapp|youtube|podcast|listen (?:to|live|back)|download|app store|click here|read more|comment(?:s|ing)? (?:below|section)|support our|donate|per issue|subscription)\b/gi

/** Whether the words at the end of an article turn to the reader: follow us, write to us, subscribe. */
export function isInvitation(block: Block): boolean {
  if (block.text.length > 420) return false
  const invites = new Set((block.text.match(INVITES) ?? []).map((word) => word.toLowerCase())).size
  return (
    invites >= 2 ||
    (invites === 1 &&
      (linkShare(block) > 0.1 || block.text.length < 140) &&
      /^(?:follow|subscribe|sign|listen|download|click|get|join|support|for more|to (?:read|get|subscribe)|have|if you|write|send|e-?mail|want)\b/i.test(
        block.text,
      ))
  )
}
