import { opinionSigns } from './opinions'
import { type Predicate, predicateAt } from './predicates'
import { at, type Token } from './tokens'
import { isAdverbial, PERSONAL_PRONOUNS, wordSet } from './words'

/** Whether what somebody said is a view: then that it was said is the checkable point. */

/** Told of oneself or of others: what somebody has in mind. */
const ATTITUDE = wordSet(
  'want feel think believe hope fear worry love hate like need wish prefer doubt deserve trust regret support oppose',
)
const FEELING = wordSet(`
  hopeful heartened thankful grateful happy proud pleased confident concerned disappointed sorry optimistic pessimistic encouraged
  shocked saddened delighted worried afraid frustrated angry glad convinced honored
  honoured thrilled surprised excited sad
`)
/** What a speaker concludes or weighs. */
const REASONING = wordSet(`
  suggest mean require imply reflect represent depend matter prove demonstrate signal contradict violate undermine justify constitute
`)
const EFFECT = wordSet(`
  help keep support harm boost drive favour favor benefit threaten encourage protect improve ensure hinder dampen hamper weaken
  strengthen lift underpin
`)
const DUTY = wordSet("should must ought shouldn't")
const POSSIBLE = wordSet('could may might')
const POINTING = wordSet('this that it there these those')
const SPEAKING = wordSet('i we')
const JUDGED = wordSet(
  'pivotal legitimate clear critical key too enough attempt win sham failure success victory mistake reason right',
)

/** How far what somebody said reads as a view: from 0 up; from `VIEW` on it is one. */
export const VIEW = 1.5
/** What needs no other sign: duties, feelings, wishes. */
const PLAIN = 2

export type Told = { isVague: boolean; isQuoted: boolean; hasTime: boolean; hasNumber: boolean }

export function viewScore(
  tokens: readonly Token[],
  [first, verb, last]: readonly [number, number, number],
  told: Told,
): number {
  const lead = at(tokens, first).kind === 'mark' ? first + 1 : first
  const predicate = verb < 0 ? null : predicateAt(tokens, verb, last)
  const isNow = predicate !== null && !predicate.isPast && !predicate.isPerfect
  const byVerb = predicate === null ? 0 : predicateScore(tokens, predicate, at(tokens, lead))
  if (byVerb >= PLAIN) return byVerb
  const signs = Math.min(1.5, opinionSigns(tokens, first, last))
  let score = byVerb + signs
  const isPointing = POINTING.holds(at(tokens, lead))
  if (signs >= 1 && predicate?.isBe && !isPointing) score += 0.4
  if (told.isVague) score += isNow ? 1.5 : 0.5
  if (told.isQuoted) score += 0.25
  if (told.hasTime) score -= 1
  if (told.hasNumber) score -= 0.5
  for (let k = first; k < last; k++) {
    if (at(tokens, k).lower === 'because') score += 0.5
    if (JUDGED.holds(at(tokens, k))) score += 0.5
  }
  if (isPointing && isNow) score += 0.5
  return score
}

/** `subject`: where the clause begins; a pronoun is as a rule the speaker. */
function predicateScore(tokens: readonly Token[], predicate: Predicate, subject: Token): number {
  const ofFirst = SPEAKING.holds(subject)
  const ofSpeaker = PERSONAL_PRONOUNS.holds(subject) && subject.lower !== 'it'
  const { base, modal, isPast, isPerfect, isPassive, isProgressive, isBe } = predicate
  const isNow = !isPast && !isPerfect
  if (DUTY.has(modal)) return PLAIN
  if (POSSIBLE.has(modal)) return isPerfect ? 0 : 1
  if (FEELING.has(wordBehind(tokens, predicate))) return PLAIN
  if (ATTITUDE.has(base) && !isPassive) return isNow || ofSpeaker ? PLAIN : 0.5
  if (base === 'look' && at(tokens, predicate.at + 1).lower === 'forward') return PLAIN
  if (REASONING.has(base)) return isNow ? 1.75 : 0.5
  if (EFFECT.has(base) && !isPassive) return isNow || isProgressive ? 1.5 : 0.5
  if (isBe) return isNow ? 0.4 : 0.25
  if (isPassive || isPerfect) return -0.5
  if (isNow && ofFirst) return isProgressive ? 0.5 : 1.25
  return isNow ? 0.5 : -0.5
}

/** "was (not) heartened", "were hopeful" */
function wordBehind(tokens: readonly Token[], { at: k, isBe, isPassive }: Predicate): string {
  if (isPassive) return at(tokens, k).lower
  if (!isBe) return ''
  let j = k + 1
  while (isAdverbial(at(tokens, j)) || at(tokens, j).lower === 'not') j++
  return at(tokens, j).lower
}
