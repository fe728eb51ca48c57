import { WordMap } from './lexicon'
import { isOpeningMark } from './phrases'
import { predicateAt } from './predicates'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { anyOf, PREPOSITIONS, SUBORDINATORS, wordSet } from './words'

/** Acts of speech, and what somebody thinks: the checkable point is that its subject says or holds it, and speaks there. */
export const STATING = wordSet(`
  accuse advise allege apologize applaud argue assail assert assure attribute bemoan blame blast boast brand castigate
  caution chide cite claim class commend complain concede condemn congratulate contend credit criticize decry defend demand
  denounce deny deplore depict deride describe downplay dub emphasize exhort express hail implore insist label lambaste lament
  laud liken mock object opine pledge portray praise predict reaffirm rebuke recommend reference regret reiterate reject remark
  ridicule slam stress tout underline underscore urge voice vow warn welcome characterize link insinuate dispute thank question
  say tell believe think fear worry doubt hope tweet reply retort disagree sympathize sympathise equate promise concur acknowledge
  note brand recall suspect confess proclaim reaffirm affirm
`)
/** Acts of speech only with one of these words behind them. */
const WITH = new WordMap(
  Object.entries({
    rule: wordSet('out'),
    suggest: wordSet('that'),
    agree: wordSet('that'),
    confirm: wordSet('this it'),
    signal: wordSet('willingness readiness support opposition'),
    call: wordSet('for on it him her them'),
    hit: wordSet('back'),
    lash: wordSet('out'),
    point: wordSet('to out'),
  }),
)

/** Whether the verb at token `verb`, or the one its auxiliaries belong to, is an act of speech of its subject. */
export function isStating(tokens: readonly Token[], verb: number, last: number): boolean {
  const { at: k, base, isPassive, isBe } = predicateAt(tokens, verb, last)
  if (isBe) return isOfView(tokens, k)
  // "tried to suggest that": what was tried is the act
  if (TRYING.has(base) && !isPassive) return isStatingTo(tokens, k, last)
  if (isPassive || isOpeningMark(at(tokens, k - 1)) || isDecision(tokens, k, last, base)) return false
  return (
    STATING.has(base) ||
    isWithParticle(tokens, k, last, base) ||
    isNaming(tokens, k, last, base) ||
    isTakenAs(tokens, k, last, base) ||
    isVoicing(tokens, k, last, base)
  )
}

const TRYING = wordSet('try attempt seek continue')
function isStatingTo(tokens: readonly Token[], k: number, last: number): boolean {
  let to = k + 1
  while (to < Math.min(last, k + 5) && at(tokens, to).lower !== 'to') to++
  const form = verbOf(at(tokens, to + 1))
  if (at(tokens, to).lower !== 'to' || form?.form !== 'base') return false
  return (
    STATING.has(form.base) ||
    isWithParticle(tokens, to + 1, last, form.base) ||
    isVoicing(tokens, to + 1, last, form.base)
  )
}

/** Made public by being said: its subject speaks, and it happened. */
const ANNOUNCING = wordSet('announce confirm estimate forecast project')

/** Whether the subject of that verb is the one who speaks, whatever the point is. */
export function isSpeaking(tokens: readonly Token[], verb: number, last: number): boolean {
  const { base, isPassive } = predicateAt(tokens, verb, last)
  return (!isPassive && (ANNOUNCING.has(base) || isPutAt(tokens, verb, last, base))) || isStating(tokens, verb, last)
}

/** "put the toll at 40": an estimate. */
function isPutAt(tokens: readonly Token[], verb: number, last: number, base: string): boolean {
  if (base !== 'put') return false
  for (let k = verb + 3; k < Math.min(last - 1, verb + 12) && at(tokens, k).kind !== 'mark'; k++)
    if (at(tokens, k).lower === 'at') return at(tokens, k + 1).kind === 'number' || MEASURED.holds(at(tokens, k + 1))
  return false
}
const MEASURED = wordSet('about around nearly almost more less over under between $ £ €')

/** "critics accusing it of …": a participle that states, in a clause without a verb of its own. */
export function isStatingAside(tokens: readonly Token[], first: number, last: number): boolean {
  for (let k = first; k < Math.min(last, first + 6); k++) {
    const form = verbOf(at(tokens, k))
    if (form?.form === 'ing') return STATING.hasBase(form)
  }
  return false
}

const VOICING = wordSet('make issue express voice send give offer raise deliver release publish write sign')
/** What is said by being made or issued. */
const VOICED = wordSet(`
  condemnation criticism praise apology apologies denial complaint complaints objection objections concern concerns regret regrets
  doubt doubts fears support thanks sympathy outrage alarm dismay disappointment gratitude condolences warning warnings appeal
`)
/** Papers that say something only with what they say behind them: "issued a statement calling it …". */
const PAPER = wordSet('statement letter petition communique resolution message declaration')
const PAPER_SAYS = wordSet(
  'calling opposing urging demanding condemning criticizing criticising backing supporting asking welcoming accusing denouncing rejecting protesting',
)

/** "made a strong condemnation of", "sent a letter to the board opposing": an act of speech told as a thing. */
function isVoicing(tokens: readonly Token[], k: number, last: number, base: string): boolean {
  if (isCaseMade(tokens, k, last, base)) return true
  if (!VOICING.has(base)) return false
  let isPaper = false
  for (let j = k + 1; j < Math.min(last, k + 12); j++) {
    const token = at(tokens, j)
    if (token.kind === 'mark' && token.lower !== '-') return false
    if (j < k + 6 && !isPaper && VOICED.holds(token)) return true
    if (PAPER.holds(token) && j < k + 6) isPaper = true
    if (isPaper && PAPER_SAYS.holds(token)) return true
  }
  return false
}

/** "made the case that", "sounded the alarm", "agreed with Lind that": an act of speech with its noun or partner between. */
function isCaseMade(tokens: readonly Token[], k: number, last: number, base: string): boolean {
  const nouns = SOUNDED.get(base)
  const isAgreeing = base === 'agree' && at(tokens, k + 1).lower === 'with'
  if (!nouns && !isAgreeing) return false
  for (let j = k + 1; j < Math.min(last - 1, k + 9); j++) {
    if (at(tokens, j).kind === 'mark') return false
    if (nouns?.holds(at(tokens, j))) return base !== 'make' || CASE_FOR.holds(at(tokens, j + 1))
    if (isAgreeing && at(tokens, j).lower === 'that') return true
  }
  return false
}
const SOUNDED = new WordMap([
  ['make', wordSet('case point clear')],
  ['sound', wordSet('call alarm warning')],
])
const CASE_FOR = wordSet('that for to')

/** "are of the view that", "was adamant that" */
const isOfView = (tokens: readonly Token[], k: number): boolean =>
  (at(tokens, k + 1).lower === 'of' && ['view', 'opinion', 'belief'].includes(at(tokens, k + 3).lower)) ||
  (SURE.holds(at(tokens, k + 1)) && at(tokens, k + 2).lower === 'that' && at(tokens, k - 1).lower !== 'it')
const SURE = wordSet('adamant convinced confident certain sure hopeful insistent')

/** "dismissed the reports as false", "see the ban as a chance": what is taken, and for what. */
const TAKING = new Set(['dismiss', 'see', 'view', 'regard'])
function isTakenAs(tokens: readonly Token[], k: number, last: number, base: string): boolean {
  if (!TAKING.has(base)) return false
  for (let j = k + 1; j < Math.min(last - 1, k + 9); j++) {
    const token = at(tokens, j)
    if (token.kind === 'mark' && token.lower !== "'s") return false
    if (token.lower === 'as')
      return JUDGED_AS.holds(at(tokens, j + 1)) || isOpeningMark(at(tokens, j + 1)) || j === k + 1
  }
  return false
}
const JUDGED_AS = wordSet('a an the too being not politically false baseless unfair unfounded previous mere')

/** "rejected the request", "denied the motion": decided, not said. */
const DECIDING = new Set(['reject', 'deny', 'dismiss'])
const DECIDED = wordSet(`
  request requests motion motions bid bids petition petitions appeal appeals application applications argument arguments plea pleas
  offer offers proposal proposals bill bills measure deal treaty nomination claimants lawsuit lawsuits challenge ballots
`)
function isDecision(tokens: readonly Token[], k: number, last: number, base: string): boolean {
  if (!DECIDING.has(base)) return false
  for (let j = k + 1; j < Math.min(last, k + 6); j++) {
    if (at(tokens, j).kind === 'mark') return false
    if (DECIDED.holds(at(tokens, j))) return true
  }
  return false
}

const isWithParticle = (tokens: readonly Token[], k: number, last: number, base: string): boolean =>
  k + 1 < last && WITH.get(base)?.holds(at(tokens, k + 1)) === true

/** "called the police while on his way", "called to arms by a neighbour": no longer what is called. */
const LEAVING = anyOf(PREPOSITIONS, SUBORDINATORS)
const NAMED = wordSet('a an the his her its their')
/** "called the plan a sham", "called it “reckless”": what is called, and what it is called. */
function isNaming(tokens: readonly Token[], k: number, last: number, base: string): boolean {
  if (base !== 'call') return false
  for (let j = k + 2; j < Math.min(last, k + 10); j++) {
    const token = at(tokens, j)
    if (isOpeningMark(token) && token.text !== '(') return true
    if ((token.kind === 'mark' && token.lower !== "'s") || LEAVING.holds(token)) return false
    if (NAMED.holds(token)) return true
  }
  return false
}
