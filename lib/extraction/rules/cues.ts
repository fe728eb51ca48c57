import type { Span } from '@/lib/core/text'
import { WordMap } from './lexicon'
import { wordSet } from './words'

/** An attribution with its place in tokens. `outer`: the whole of what is not content ("…, he told reporters on Monday"). */
export type FoundAttribution = {
  speaker: Span | null
  cue: { first: number; last: number }
  content: Span
  rule: string
  /** Where content stands: behind the cue, before it, or around it. */
  order: 'behind' | 'before' | 'around'
  /** saying verbs assert their content; the others only describe an act of speech */
  isAssertion: boolean
}

/** Words that attribute: verbs by how their content follows, with the base form; and the fixed phrases. */

/** Take a clause or a quote, before or behind, and may stand before their subject ("said Smith"). */
export const SAYING = wordSet(`
  say tell add note announce report write claim argue warn explain state declare insist suggest acknowledge admit assert
  contend recall reply respond quip joke remark observe stress emphasize underscore confirm reveal disclose testify tweet post
  predict forecast estimate conclude concede maintain allege boast complain conceive caution continue reiterate repeat recount recall vow
  indicate mention hint counter vow pledge promise explain lament deny muse opine echo marvel chant shout
  retort rejoin reckon theorize hypothesize surmise confide elaborate proclaim intimate blog posit postulate comment
`)

/** Take a clause behind them only. Attitudes count: who believes or expects is a source too. */
export const HOLDING = wordSet(`
  believe think expect hope fear worry know feel doubt suspect agree decide rule find discover show demonstrate understand learn see
  propose demand recommend urge want realize determine calculate project imply charge vote plan speculate
`)

/** Take an object that is what was said: "criticized the plan", "called for talks", "pointed to". */
export const TALKING = wordSet(`
  criticize condemn denounce blast attack praise accuse blame cite question reject dismiss oppose support endorse back defend
  describe discuss address ask call encourage threaten refuse decline mock slam welcome applaud highlight outline propose laud pan scold bemoan lambaste likened liken compare
  detail document dispute seek regard invite request
`)

/** Whose content, when it is a clause, somebody asserts: only these make their content a claim with a speaker. */
export const ASSERTING = wordSet(`
  say tell add note announce report write claim argue warn explain state declare insist acknowledge admit assert contend recall
  reply respond remark observe confirm reveal disclose testify tweet post predict forecast estimate conclude concede maintain allege
  boast complain caution continue reiterate repeat indicate mention suggest stress emphasize believe think fear find show learn expect hear
  discover rule speculate counter determine quip joke opine recount marvel
  retort rejoin reckon theorize hypothesize surmise confide elaborate proclaim intimate blog posit postulate
`)

/** Assert what stands behind "that" or beside them in quotation marks; without either they do other things ("proved a loss"). */
export const WITH_THAT = wordSet(`
  affirm reaffirm underline highlight clarify specify signal insinuate imply volunteer venture profess confess divulge swear object protest answer
  attest certify verify corroborate calculate assume presume guess deduce infer reason figure judge accept foresee envisage envision
  anticipate prophesy foretell decree stipulate email text message radio relay convey establish demonstrate prove uncover document
  record understand hold feel suspect realize regret grumble brag assure reassure inform notify advise guarantee counsel brief
  hint shout whisper mutter yell cry exclaim recognize appreciate grant allow testify rumor leak
`)

/** Name whom they tell before what they tell: "assured the board that …". */
export const TELLING = wordSet('tell assure reassure remind inform notify advise brief convince persuade')

/** Tell only beside a quotation: `"It leaks," the sign read`. */
export const BESIDE_QUOTE = wordSet(`
  read sing laugh smile sigh whisper scream yell shrug nod begin conclude go roar snap mutter mumble murmur grumble groan
  wonder plead demand urge exclaim interject deadpan gush rave enthuse finish crow scoff chuckle grin cry offer respond shoot fire hit chime disagree concur remember text phone ponder
  counsel instruct order
`)

/** Verbs of TALKING that attribute only with their particle. */
export const PARTICLES = new WordMap(
  Object.entries({
    call: wordSet('for on it him her them the a'),
    point: wordSet('to out'),
    speak: wordSet('of about out'),
    talk: wordSet('about'),
    refer: wordSet('to'),
    complain: wordSet('about'),
    comment: wordSet('on about'),
  }),
)

/** Verb pairs whose noun reading is common: they need the clause or "that" behind them in the present tense. */
export const NEEDS_CLAUSE = wordSet(
  'find discover show see know feel learn understand project forecast estimate report note post charge state claim rule vote plan demand hope fear counter doubt promise pledge echo stress hint remark comment',
)

/** Take "to" and a verb as what is meant: "agreed to release", "refused to comment". */
export const WILLING = wordSet(
  'want agree hope expect pledge promise vow threaten refuse decline propose decide ask urge plan demand claim',
)

/** Take a noun phrase as what was said: "announced a plan". */
export const TAKES_OBJECT = wordSet(`
  announce warn acknowledge deny reveal confirm mention stress emphasize underscore reiterate promise pledge suggest write claim
  disclose recall explain predict note report describe
`)

export const SHOWING = wordSet('find show reveal indicate suggest document confirm')
export const REPORTS = wordSet(
  'poll polls survey surveys study studies report reports data research analysis figures documents records review investigation statistics census filing filings test tests video footage audit average averages polling emails email article book film documentary letter memo story complaint lawsuit transcript numbers estimates findings paper indictment filing leak leaks memoir column editorial ad ads advertisement spot',
)
