import type { Role } from '@/lib/core/context'

/** Where actions apply, in the order in which they are listed. */
export const KEY_PLACES = {
  everywhere: 'Everywhere',
  lists: 'Lists',
  candidates: 'A candidate',
  text: 'The text of an article',
  claim: 'A claim',
  prediction: 'A prediction or an outcome',
  news: 'News of a prediction',
  pages: 'Pages',
} as const
export type KeyPlace = keyof typeof KEY_PLACES

export type KeyAction = {
  words: string
  place: KeyPlace
  /** Strokes with a blank between ("g i"), each a key with "mod+", "alt+", "shift+" before it; '' for none. */
  keys: string
  /** The page it opens, for those that open one. */
  href?: string
  /** Only people with one of these roles find it (what they may do is decided elsewhere). */
  roles?: readonly Role[]
}

const page = (words: string, href: string, keys = '', roles?: readonly Role[]): KeyAction => ({
  ...{ words, href, keys, place: 'pages' },
  ...(roles ? { roles } : {}),
})
const ADMIN = ['admin'] as const
const REVIEWERS = ['reviewer', 'editor'] as const

/**
 * All that a key or the palette can do at the desk, by id. A page says what an id does there (`useKeyActions`, `KeyTargets`);
 * each person may choose other keys. A new action is a new line here, and its key must differ from those it meets (tested).
 */
export const KEY_ACTIONS = {
  'palette-open': { words: 'Find anything: a page, an action, a claim', place: 'everywhere', keys: 'mod+k' },
  'search-focus': { words: 'Search', place: 'everywhere', keys: '/' },
  'help-open': { words: 'Show the keys', place: 'everywhere', keys: '?' },

  'list-next': { words: 'Next', place: 'lists', keys: 'j' },
  'list-back': { words: 'Back', place: 'lists', keys: 'k' },
  'list-open': { words: 'Open', place: 'lists', keys: 'enter' },
  'list-select': { words: 'Select, or not', place: 'lists', keys: 'x' },
  'list-select-all': { words: 'Select all on the page, or none', place: 'lists', keys: 'shift+x' },

  'candidate-accept': { words: 'Accept', place: 'candidates', keys: 'a' },
  'candidate-merge': { words: 'Merge: same as a claim', place: 'candidates', keys: 'm' },
  'candidate-copy': { words: 'Same as in a copy of the story', place: 'candidates', keys: 't' },
  'candidate-reject': { words: 'Reject', place: 'candidates', keys: 'r' },
  'candidate-evidence': { words: 'Evidence of the claim', place: 'candidates', keys: 'e' },
  'candidate-undo': { words: 'Undo the decision', place: 'candidates', keys: 'u' },
  'candidate-word': { words: 'Word it anew, then accept', place: 'candidates', keys: 'w' },
  'pick-1': { words: 'First of what is offered', place: 'candidates', keys: '1' },
  'pick-2': { words: 'Second of what is offered', place: 'candidates', keys: '2' },
  'pick-3': { words: 'Third of what is offered', place: 'candidates', keys: '3' },
  'pick-4': { words: 'Fourth of what is offered', place: 'candidates', keys: '4' },
  'pick-5': { words: 'Fifth of what is offered', place: 'candidates', keys: '5' },
  'pick-6': { words: 'Sixth of what is offered', place: 'candidates', keys: '6' },
  'pick-7': { words: 'Seventh of what is offered', place: 'candidates', keys: '7' },

  'text-mark': { words: 'Make a claim from words', place: 'text', keys: 'c' },
  'text-span': { words: 'Change where the claim begins and ends', place: 'text', keys: 's' },
  'span-end-on': { words: 'End one word on', place: 'text', keys: 'right' },
  'span-end-back': { words: 'End one word back', place: 'text', keys: 'left' },
  'span-start-on': { words: 'Beginning one word on', place: 'text', keys: 'shift+right' },
  'span-start-back': { words: 'Beginning one word back', place: 'text', keys: 'shift+left' },
  'text-highlights': { words: 'Show or hide speakers, figures and days', place: 'text', keys: 'h' },

  'claim-statement': { words: 'Claim: statement, speaker, links', place: 'claim', keys: 's' },
  'claim-evidence': { words: 'Evidence', place: 'claim', keys: 'e' },
  'claim-verdict': { words: 'Verdict', place: 'claim', keys: 'v' },
  'claim-discussion': { words: 'Discussion', place: 'claim', keys: 'd' },
  'claim-comment': { words: 'Write a comment', place: 'claim', keys: 'c' },
  'claim-history': { words: 'History', place: 'claim', keys: 'h' },
  'claim-take': { words: 'Assign the claim to me, or give it back', place: 'claim', keys: 't' },
  'claim-start': { words: 'Start the verdict', place: 'claim', keys: 'w' },
  'claim-submit': { words: 'Save and submit the verdict', place: 'claim', keys: 'shift+s' },
  'claim-drop': { words: 'Drop the draft', place: 'claim', keys: 'shift+d' },
  'claim-take-back': { words: 'Take the submission back', place: 'claim', keys: 'u' },
  'claim-approve': { words: 'Approve what was handed over', place: 'claim', keys: 'p' },
  'claim-send-back': { words: 'Send it back', place: 'claim', keys: 'b' },
  'claim-correct': { words: 'Correct the verdict', place: 'claim', keys: 'o' },
  'claim-withdraw': { words: 'Withdraw the verdict', place: 'claim', keys: 'shift+w' },
  'claim-recheck': { words: 'Mark the verdict as checked again', place: 'claim', keys: 'r' },
  'claim-plan-recheck': { words: 'Set the day to check it again', place: 'claim', keys: 'shift+r' },

  'prediction-save': { words: 'Save the draft', place: 'prediction', keys: 's' },
  'prediction-hand-over': { words: 'Propose the opening, or submit the outcome', place: 'prediction', keys: 'shift+s' },
  'prediction-approve': { words: 'Approve what was handed over', place: 'prediction', keys: 'p' },
  'prediction-send-back': { words: 'Send it back, or refuse it', place: 'prediction', keys: 'b' },
  'prediction-record': { words: 'Record what happened', place: 'prediction', keys: 'r' },
  'prediction-judge': { words: 'Void, or too vague after all', place: 'prediction', keys: 'v' },
  'prediction-clarify': { words: 'Add a clarification', place: 'prediction', keys: 'c' },
  'prediction-reply': { words: 'Add a reply', place: 'prediction', keys: 'y' },
  'prediction-another-window': { words: 'Another window was said later', place: 'prediction', keys: 'w' },
  'prediction-undo': { words: 'Undo the resolution or the outcome', place: 'prediction', keys: 'shift+u' },
  'outcome-source': { words: 'Add a source of the outcome', place: 'prediction', keys: 'a' },
  'outcome-find': { words: 'Find an open prediction for the outcome', place: 'prediction', keys: 'f' },
  'outcome-drop': { words: 'Drop the draft of the outcome', place: 'prediction', keys: 'shift+d' },

  'news-evidence': { words: 'Take as evidence', place: 'news', keys: 'e' },
  'news-source': { words: 'Record an outcome with it as a source', place: 'news', keys: 'o' },
  'news-prediction': { words: 'Draft it as another prediction, linked to this one', place: 'news', keys: 'n' },
  'news-dismiss': { words: 'Dismiss', place: 'news', keys: 'd' },
  'news-undo': { words: 'Take the last decision back', place: 'news', keys: 'u' },

  'go-desk': page('The desk: all that waits', '/desk', 'g h'),
  'go-inbox': page('Inbox', '/desk/inbox', 'g i'),
  'go-mine': page('Claims: mine', '/desk/claims?view=mine', 'g w'),
  'go-waiting': page('Claims: waiting for my approval', '/desk/claims?view=waiting'),
  'go-sent-back': page('Claims: sent back', '/desk/claims?view=sent-back'),
  'go-recheck': page('Claims: re-check due', '/desk/claims?view=recheck'),
  'go-due': page('Claims: predictions due', '/desk/claims?view=due'),
  'go-articles': page('Articles', '/desk/articles', 'g a'),
  'go-claims': page('Claims', '/desk/claims', 'g c'),
  'go-predictions': page('Predictions', '/desk/predictions', 'g p'),
  'go-calendars': page('Calendars of predictions', '/desk/predictions/calendars'),
  'go-news': page('News of open predictions', '/desk/predictions/news'),
  'go-outcomes': page('Outcomes', '/desk/outcomes', 'g o'),
  'go-speakers': page('Speakers', '/desk/speakers', 'g s'),
  'go-publishers': page('Publishers', '/desk/publishers', 'g b'),
  'go-suggestions': page('Suggestions of readers', '/desk/suggestions', 'g r'),
  'go-import': page('Import an article', '/desk/articles/import', 'g n', ADMIN),
  'go-import-files': page('Import files', '/desk/articles/import/files', '', ADMIN),
  'go-import-address': page('Import from an address', '/desk/articles/import/address', '', ADMIN),
  'go-import-batch': page('Import a table of articles', '/desk/articles/import/batch', '', ADMIN),
  'go-differences': page('Differences of newer readings', '/desk/articles/differences'),
  'go-feed-inbox': page('Items of feeds', '/desk/feeds/inbox', '', ADMIN),
  'go-sources': page('Sources that are cited', '/desk/sources'),
  'go-external': page('Verdicts of other desks', '/desk/external'),
  'go-external-import': page('Take in verdicts of other desks', '/desk/external/import', '', ADMIN),
  'go-new-outcome': page('Record an outcome', '/desk/outcomes/new', '', REVIEWERS),
  'go-notices': page('Notices', '/desk/notices', 'g t'),
  'go-account': page('Your account and keys', '/desk/account', 'g m'),
  'go-feeds': page('Feeds', '/desk/feeds', 'g f', ADMIN),
  'go-feeds-add': page('Add a feed', '/desk/feeds/add', '', ADMIN),
  'go-admin': page('Admin', '/desk/admin', 'g d', ADMIN),
  'go-people': page('People', '/desk/admin/people', '', ADMIN),
  'go-invite': page('Invite somebody', '/desk/admin/people/invite', '', ADMIN),
  'go-settings': page('Settings of the newsroom', '/desk/admin/settings', '', ADMIN),
  'go-jobs': page('Jobs', '/desk/admin/jobs', '', ADMIN),
  'go-mail': page('Mail', '/desk/admin/mail', '', ADMIN),
  'go-agreement': page('Agreement of second ratings', '/desk/admin/agreement', '', ADMIN),
  'go-audit': page('Audit', '/desk/admin/audit', '', ADMIN),
  'go-start': page('The way to the first verdict', '/desk/start', '', ADMIN),
} as const satisfies Record<string, KeyAction>

export type KeyActionId = keyof typeof KEY_ACTIONS
export const KEY_ACTION_IDS = Object.keys(KEY_ACTIONS) as KeyActionId[]
export const keyAction = (id: KeyActionId): KeyAction => KEY_ACTIONS[id]
