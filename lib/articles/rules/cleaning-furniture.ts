import type { CutReason } from './cleaning-assemble'

/**
 * Lines that pages put around an article. A rule looks at one whole paragraph; patterns are anchored at its start and
 * bounded, and a paragraph longer than `longest` characters is never furniture. `section` means that what follows,
 * up to the next prose, belongs to it (a list of links under "Read also").
 */
export type FurnitureRule = { reason: CutReason; pattern: RegExp; longest: number; section?: true }

const LEAD = '^[\\s>»›▶►•·*_#|\\[(–—-]{0,8}'
const rule = (reason: CutReason, words: string, longest = 160, more: { section?: true } = {}): FurnitureRule => ({
  reason,
  pattern: new RegExp(`${LEAD}(?:${words})`, 'iu'),
  longest,
  ...more,
})

export const FURNITURE: readonly FurnitureRule[] = [
  rule('copyright', '(?:copyright\\b|©|\\(c\\) ?(?:19|20)\\d\\d|all (?:content )?rights reserved)', 400),
  rule('copyright', 'this (?:material|article|story|content) may not be (?:published|reproduced|copied)', 400),
  rule('copyright', '(?:no part of this|unauthori[sz]ed (?:reproduction|use|copying))', 400),
  rule('related links', '(?:read|see|watch|listen)(?: also| more(?: on| about| here)?| next)\\s?(?:[:|–—-]|$)', 200, {
    section: true,
  }),
  rule('related links', 'also (?:read|see|watch|on|in)\\b(?: this)?\\s?(?:[:|–—-]|$)', 200, { section: true }),
  rule(
    'related links',
    "(?:related(?: (?:articles?|stor(?:y|ies)|news|posts?|coverage|content|topics?|links?|reading))?|more (?:from|on|stories|news|in|like)\\b[^.]{0,60}|(?:recommended|suggested)(?: (?:for you|articles?|stories|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular|viewed|commented)|trending(?: now| stories)?|latest (?:news|stories|headlines|articles)|editor[’']?s[’']? picks?|top stories|what to read next|further reading|explore more|next (?:article|story|post)|previous (?:article|story|post)|don[’']t miss|up next|in case you missed it|in this (?:article|story))\\s?[:|]?$",
    120,
    { section: true },
  ),
  rule(
    'related links',
    '(?:related|recommended|related (?:story|article|reading|news)|more on this(?: story)?)\\s?[:|]\\s',
    200,
  ),
  rule(
    'related links',
    '(?:click|tap) here (?:to|for)\\b|(?:read|view|see) (?:the )?(?:full|original|rest of the|complete|entire) (?:article|story|post|report|text)\\b',
    200,
  ),
  rule(
    'newsletter box',
    '(?:sign up|subscribe|register)(?: now| today| here| free)?(?: (?:for|to|and|with|by)\\b|[.!:]?$)',
    300,
  ),
  rule(
    'newsletter box',
    '(?:get|receive|have) (?:the |our |all the |your )?[^.]{0,80}\\b(?:in|to|into|straight to|delivered to) your (?:e-?mail )?inbox',
    300,
  ),
  rule(
    'newsletter box',
    '(?:by (?:signing up|subscribing|clicking|entering|submitting|providing)\\b|(?:enter |your )?your e-?mail(?: address)?\\b|e-?mail address\\s?\\*?$|(?:please )?enter (?:a valid |an? )?e-?mail|thank(?:s| you) for (?:subscribing|signing up)|(?:our |the )?(?:daily |weekly |morning |evening |free )?newsletters?(?: sign-?up)?$|you can unsubscribe)',
    300,
  ),
  rule(
    'newsletter box',
    '(?:already (?:a subscriber|subscribed|have an account)|support (?:our|independent) journalism|become a (?:member|subscriber)|to continue reading|this (?:article|story|content) is (?:for|available to) (?:our )?(?:subscribers|members)|join (?:our|us on) (?:whatsapp|telegram|channel)|(?:sign|log) ?in$)',
    300,
  ),
  rule(
    'share links',
    '(?:share(?: (?:this|on|via|with|to|the)\\b[^.]{0,80}|\\s?[:|]?$|\\s?\\d{0,6}$)|(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|instagram|threads|bluesky|e-?mail|mail|print|line|copy(?: link)?|link copied!?|save|bookmark|tweet|flipboard|messenger|sms)(?:[\\s|/,·•]{1,3}(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|instagram|threads|bluesky|e-?mail|mail|print|line|copy(?: link)?|save|bookmark|share|tweet|flipboard|messenger|sms)){0,12}$)',
    140,
  ),
  rule(
    'share links',
    '(?:follow|like|find|join) (?:us|him|her|them|me|@\\w{1,30}|[\\p{L} ]{1,40}) on (?:facebook|twitter|x\\b|instagram|linkedin|telegram|whatsapp|youtube|google news|threads|bluesky)|follow @\\w',
    240,
  ),
  rule(
    'share links',
    '(?:listen to (?:this )?(?:article|story)|(?:\\d{1,3} )?min(?:ute)?s? read$|\\d{1,3} (?:min(?:ute)?s?|shares?|views?|likes?|reads?)(?: read)?$|\\d{1,7}(?:\\.\\d)?k? (?:shares?|views?|reads?|likes?)$|(?:increase|decrease) (?:font|text) size|text size)',
    100,
  ),
  rule(
    'advertising',
    '(?:advertise?ments?\\s?[:|–—-]?(?:\\s?advertise?ment)?$|advertorial$|sponsored(?: content| by [^.]{1,60})?$|promoted(?: content)?$|ad$|article continues (?:below|after)|(?:story|content) continues (?:below|after)|scroll (?:down )?to continue|skip (?:advertisement|ad)|loading\\.{0,3}$|paid (?:content|post)$)',
    140,
  ),
  rule(
    'caption',
    '(?:(?:file |stock )?(?:photo|image|picture|photograph|video|graphic|illustration|infographic|pic)(?:s|graph)?(?: (?:credit|source|by|courtesy|caption)s?(?: of)?)?\\s?[:|©]|(?:photo|image|picture)s? (?:by|courtesy|credit)\\b|caption\\s?[:|]|image (?:credit|caption|source)|\\(?(?:photo|ap photo|file photo|representative image)\\b)',
    320,
  ),
  rule(
    'credit',
    '(?:\\(?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|with reporting) (?:by|from)\\b|with (?:additional )?(?:inputs?|reporting|files|agency inputs) (?:from|by)\\b|with inputs\\b|(?:the post|this (?:article|story|post|piece|content))\\b.{0,160}\\b(?:first )?(?:appeared|(?:originally |first )(?:published|posted)|was (?:originally |first )?(?:published|produced|written))\\b|(?:originally |first )(?:published|posted|appeared) (?:on|in|at|by)\\b|source\\s?[:|]|sources\\s?[:|]|via\\s?[:|]|courtesy(?: of)?\\s?[:|])',
    320,
  ),
  rule(
    'credit',
    '(?:about the authors?\\s?:?$|(?:the )?(?:author|writer)s? (?:is|are)\\b|contact (?:the )?(?:author|reporter|writer|us)\\b|(?:write|e-?mail) to\\b.{0,80}@|have a (?:news )?tip\\b|got a (?:news )?tip\\b|disclaimer\\s?[:|]|(?:opinions|views) expressed\\b)',
    500,
  ),
  rule(
    'page furniture',
    '(?:(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|section|labels?|posted in|tagged)\\s?[:|]|home\\s?(?:[>/|»›]|$)|skip to (?:main )?content|back to top|menu$|search$|navigation$|close$|read time|reading time|print (?:this|article|edition)|report (?:an? )?(?:error|typo|correction)|(?:previous|next)$|load more|show (?:more|less|all)$|view (?:all|more|gallery)|play (?:video|audio)|we use cookies|accept (?:all )?cookies|cookie (?:policy|settings)|privacy policy|terms (?:of (?:use|service)|and conditions|& conditions)|[_=*~.•·–—-]{2,80}$|url\\s?:|https?://\\S{1,300}$|www\\.\\S{1,200}$|_{2,}|end(?:s|item)?$|ends\\.$|#{2,5}$|-30-$)',
    220,
  ),
]

/** Why a paragraph is page furniture, or null. */
export function furnitureOf(text: string): FurnitureRule | null {
  if (text.length > 500) return null
  return FURNITURE.find((candidate) => text.length <= candidate.longest && candidate.pattern.test(text)) ?? null
}

/** "11 Comments", "Comments (3)", "Leave a reply", "Join the discussion" as a line of its own. */
const COMMENTS =
  /^[\s>»•#*|[(-]{0,6}(?:(?:view |show |see |read |load )?(?:all |the )?\(?\d{0,6}[,.]?\d{0,3}\)?\s?(?:reader[’']?s?[’']? |user )?(?:comments?|replies|responses|reactions)(?: (?:so far|on this (?:article|story)|from readers))?\s?(?:\(\d{1,6}\))?|(?:leave|post|write|add|submit) (?:a|your) (?:comment|reply)|join the (?:discussion|conversation|debate)|(?:have|what are) your (?:say|thoughts)|discussion|no comments(?: yet)?|comments are closed|be the first to comment|(?:log|sign) in to (?:post a )?comment|what do you think)\s?[:!?.\])]{0,3}$/iu

export const startsComments = (text: string): boolean => text.length <= 80 && COMMENTS.test(text)
