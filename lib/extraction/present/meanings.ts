import type { Flag, LeftOut } from '../schema'

/** What each rule means, in words for a desk: the words that made it fire are named beside it. A test holds it complete. */
const MEANINGS: Readonly<Record<string, string>> = {
  'claims/main': 'the main clause of its sentence, carried by its verb',
  'claims/sentence': 'a sentence of its own',
  'claims/leading-clause': 'a clause in front of the main clause, told as a fact',
  'claims/as-clause': 'a clause behind “as”, with a subject and a verb of its own',
  'claims/while-clause': 'a clause behind “while”, with a subject and a verb of its own',
  'claims/although-clause': 'a clause behind “although”, told as a fact',
  'claims/though-clause': 'a clause behind “though”, told as a fact',
  'claims/whereas-clause': 'a clause behind “whereas”, told as a fact',
  'claims/after-clause': 'a clause behind “after”, told as a fact',
  'claims/before-clause': 'a clause behind “before”, with a subject and a verb of its own',
  'claims/because-clause': 'a clause behind “because”, told as a fact',
  'claims/but-clause': 'a clause behind “but”, with a subject and a verb of its own',
  'claims/when-clause': 'a clause behind “when” that names a day',
  'claims/with-clause': 'an addition behind “with” or “amid” that tells a fact',
  'claims/second-verb': 'a second verb of the same subject',
  'claims/second-clause': 'a second clause behind “and”, with a subject of its own',
  'claims/participle': 'a participle behind a comma that tells what followed',
  'claims/so-clause': 'the clause behind “so”',
  'claims/relative-subject': 'a relative clause, taken together with what it tells about',
  'claims/relative-object': 'a relative clause with a subject of its own',
  'claims/relative-where': 'a clause behind “where”, with a subject and a verb of its own',
  'claims/restrictive': 'a dated or counted fact about something inside a longer clause',
  'claims/what-will': 'what comes, named behind “of what”',
  'claims/what-calls': 'what somebody calls it: that they call it so can be checked',
  'claims/insert': 'told between two dashes',
  'claims/behind-dash': 'told behind a dash or a semicolon',
  'claims/noun-figure': 'a noun with a sum of its own inside a longer clause',
  'claims/noun-date': 'a noun with a coming day of its own inside a longer clause',
  'claims/quote': 'somebody’s own words, with who says them',
  'claims/said-view': 'a view: that it was said can be checked, not the view',
  'kinds/figure': 'a statistic: its point is a figure',
  'kinds/present-with-future-day': 'a prediction: told in the present, for a day to come',
  'kinds/speech': 'a statement: its point is that it was said',
  'kinds/stating-verb': 'a statement: the verb itself says that somebody holds it',
  'kinds/event': 'an event: the verb tells what happened or is so',
  'certainty/modal': 'a prediction: a verb of the future or of possibility',
  'certainty/would': 'a prediction: told as a future or a duty, with a day to come',
  'certainty/is-to': 'a prediction: something “is to” happen',
  'certainty/expected': 'a prediction: expected, set or scheduled',
  'certainty/was-expected': 'a prediction: was expected, for a day to come',
  'certainty/under-way': 'a prediction: planned, considered or prepared now',
  'certainty/intention': 'a prediction: somebody intends or promises to',
  'certainty/to-be': 'a prediction: something “to be” done',
  'certainty/condition': 'holds under a condition',
  'certainty/hedge': 'said with reserve',
  'windows/in-clause': 'the window: the time that the clause names',
  'windows/deadline': 'the window: from the publication day to a last day',
  'windows/duration-from': 'the window: so many days from a first day',
  'attributions/quote-said': 'who says it: a quotation and its verb of saying',
  'attributions/clause-said': 'who says it: named behind the clause',
  'attributions/clause-around': 'who says it: named in the middle of the clause',
  'attributions/said-clause': 'who says it: named in front of the clause',
  'attributions/said-object': 'who says it: the verb names what was said',
  'attributions/according-to': 'who says it: “according to”',
  'attributions/noun': 'who says it: a noun such as “claim” or “call”',
  'attributions/adjective': 'who says it: an adjective such as “critical of”',
  'attributions/stance': 'who says it: a stance somebody takes',
  'attributions/stance-by': 'who says it: a stance, with “by” whom',
  'person/selection': 'marked by a person',
  'model/proposal': 'proposed by a language model',
}

/** "kinds/figure@2" -> "kinds/figure" */
export const ruleName = (rule: string): string => rule.replace(/@\d+$/, '')

/** What a rule means in words, or null for one that is not known any more: an older reading may name it. */
export const meaningOf = (rule: string): string | null => MEANINGS[ruleName(rule)] ?? null

export const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  'ambiguous-day': 'The day can be read in two ways.',
  'fiscal-year': 'A fiscal year: check which months it means here.',
  'anchored-to-event': 'The window hangs on another event.',
  'no-publication-day': 'The window needs the publication day.',
}

export const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  heading: 'a heading, credit or link',
  question: 'a question',
  opinion: 'opinion or evaluation, without a figure or a day',
  'first-person-view': 'what somebody feels or thinks',
  dangling: 'points back to the sentence before, without a fact of its own',
  'no-assertion': 'asserts nothing that the rules see: no clause with a verb they know, or too short',
  'continued-quote': 'part of a quotation that is told as one, with its speaker',
}
