import type { ClaimKind, Quantity } from '../schema'
import { VIEW, viewScore } from './attitudes'
import type { CertaintyPhrase } from './certainty'
import { isFigure, isMultiple, isPolled, isRanked, isVagueToll, pointsOf } from './figures'
import { governingPhrase } from './governing'
import { finiteIn } from './phrases'
import { predicateAt } from './predicates'
import { isStating, isStatingAside } from './stating'
import { behindLead, mainVerb } from './stretches'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { wordSet } from './words'

/** The kind of a claim and what made it so. */
export type KindReading = { kind: ClaimKind; certainty: CertaintyPhrase | null; rule: string }

type Scope = {
  tokens: readonly Token[]
  first: number
  last: number
  quantities: readonly Quantity[]
  hasFutureTime: boolean
  /** Any time that ends after the publication day, also a whole year. */
  hasTimeAhead: boolean
  /** It must come about after the publication day: "invited them to a fair on March 12", "must leave by Friday". */
  isDueAhead: boolean
  isSpeech: boolean
  /** Somebody said it in the past: "would" is then what "will" was. */
  isReported: boolean
  isQuoted: boolean
  /** It was said more than a year before the publication day. */
  isLongAgo: boolean
  /** Somebody is named who says it. */
  isTold: boolean
  /** The claim is a quotation or a view with its saying. */
  isWhole: boolean
  /** Where what was said begins, when the saying belongs to the claim but its content can look ahead. */
  contentFirst: number | null
  hasTime: boolean
  /** The rule that cut the clause: a noun phrase's kind follows from what it carries. */
  rule: string
}

const ARRIVING = wordSet(`
  head leave begin start travel arrive open host meet visit hold depart take face close go vote return end
  expire launch play face air debut premiere perform appear testify resume restart reopen conclude finish compete race fly sail
  screen tour kick unveil release publish decide
`)

export function kindOf(scope: Scope): KindReading {
  const { tokens, first, last } = scope
  if (scope.rule === 'claims/noun-figure') return { kind: 'statistic', certainty: null, rule: 'kinds/figure' }
  if (scope.rule === 'claims/what-calls') return { kind: 'statement', certainty: null, rule: 'kinds/stating-verb' }
  const start = behindLead(tokens, scope.contentFirst ?? first, last)
  const verb = mainVerb(tokens, start, last)
  const certainty = governingPhrase(scope, start, verb)
  if (scope.rule === 'claims/noun-date') return { kind: 'prediction', certainty, rule: 'kinds/present-with-future-day' }
  if (isPolled(tokens, [first, verb], scope.quantities) && certainty?.rule !== 'certainty/modal')
    return { kind: 'statistic', certainty: null, rule: 'kinds/figure' }
  if (certainty) return { kind: 'prediction', certainty, rule: certainty.rule }
  if (scope.hasFutureTime && isPresentOrVerbless(tokens, verb, scope.isDueAhead))
    return { kind: 'prediction', certainty: null, rule: 'kinds/present-with-future-day' }
  if (scope.hasTimeAhead && verb >= 0 && at(tokens, verb).lower === 'can')
    return { kind: 'prediction', certainty: null, rule: 'kinds/set-for-a-day' }
  if (
    scope.isDueAhead &&
    !isDone(tokens, verb, last) &&
    (verb >= 0 || scope.rule === 'claims/participle') &&
    !scope.quantities.some((quantity) => isFigure(quantity))
  )
    return { kind: 'prediction', certainty: null, rule: 'kinds/set-for-a-day' }
  if (isAllowedIf(scope)) return { kind: 'prediction', certainty: null, rule: 'kinds/allowed-if' }
  if (isCounting(scope, verb)) return { kind: 'statistic', certainty: null, rule: 'kinds/figure' }
  if (scope.isSpeech && scope.isWhole) return { kind: 'statement', certainty: null, rule: 'kinds/speech' }
  if (scope.rule !== 'claims/relative-object' && statesIt(scope, verb))
    return { kind: 'statement', certainty: null, rule: 'kinds/stating-verb' }
  if (isView(scope, verb)) return { kind: 'statement', certainty: null, rule: 'kinds/speech' }
  return { kind: 'event', certainty: null, rule: 'kinds/event' }
}

/** "If a crew wins all races, it can claim the cup": what can be once that has come about. */
function isAllowedIf({ tokens, first, last }: Scope): boolean {
  let k = at(tokens, first).kind === 'mark' ? first + 1 : first
  // "if left alone, it can sink": so it always is
  if ((at(tokens, k).lower !== 'if' && at(tokens, k).lower !== 'unless') || verbOf(at(tokens, k + 1))) return false
  while (k < last && at(tokens, k).text !== ',') k++
  const verb = k < last ? finiteIn(tokens, k + 1, last) : -1
  return verb >= 0 && at(tokens, verb).lower === 'can'
}

/** "has now opened its doors": done, whatever day stands beside it, unless what was done is setting a day. */
function isDone(tokens: readonly Token[], verb: number, last: number): boolean {
  if (verb < 0) return false
  const { isPerfect, isPassive, base } = predicateAt(tokens, verb, last)
  return isPerfect && !isPassive && !SETTING.has(base)
}
const SETTING = new Set([
  ...[
    'set',
    'schedule',
    'invite',
    'decide',
    'ask',
    'order',
    'give',
    'tell',
    'agree',
    'promise',
    'plan',
    'call',
    'summon',
  ],
  ...['extend', 'postpone', 'delay', 'move', 'book', 'announce', 'choose', 'have', 'be', 'begin', 'start', 'approve'],
])

const isCounting = ({ tokens, first, last, quantities }: Scope, verb: number): boolean =>
  pointsOf(tokens, [first, verb, last], quantities).length > 0 ||
  isMultiple(tokens, first, last) ||
  isRanked(tokens, verb, last, quantities) ||
  isVagueToll(tokens, first, verb, last)

const statesIt = ({ tokens, first, last }: Scope, verb: number): boolean =>
  verb < 0 ? isStatingAside(tokens, first, last) : isStating(tokens, verb, last)

const isView = (
  { tokens, first, last, quantities, isSpeech, isTold, isQuoted, hasTime }: Scope,
  verb: number,
): boolean =>
  isTold &&
  viewScore(tokens, [first, verb, last], { isVague: isSpeech, isQuoted, hasTime, hasNumber: quantities.length > 0 }) >=
    VIEW

const isPresentOrVerbless = (tokens: readonly Token[], verb: number, isDueAhead: boolean): boolean => {
  if (verb < 0) return isDueAhead
  const form = verbOf(at(tokens, verb))
  return !!form && (form.form === 'third' || form.form === 'base') && ARRIVING.hasBase(form)
}
