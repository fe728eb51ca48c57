import { type VerbReading, WordMap } from './lexicon'
import { wordSet } from './words'

/**
 * Verbs by which a source takes a stance without asserting a sentence of its own: it criticizes, endorses, wants, plans,
 * fears, decides. Broad on purpose; none of them makes what follows a claim of that speaker.
 */
export type Manner =
  | 'judgement'
  | 'demand'
  | 'mention'
  | 'release'
  | 'intention'
  | 'ruling'
  | 'feeling'
  | 'thought'
  | 'document'

export type Stance = {
  manner: Manner
  /** A noun phrase behind it is its content ("endorsed the plan"). */
  takesObject: boolean
  /** "to" and a verb, or a noun phrase and "to" ("vowed to fight", "urged members to vote"). */
  takesTo: boolean
  /** "that", "whether" or a clause ("hopes voters listen"). */
  takesClause: boolean
  /** Prepositions that lead to its content ("railed against …"). */
  particles: ReadonlySet<string>
}

const STANCES = new Map<string, Stance>()

/** Each row: verbs, then behind a bar what they take: "object", "infinitive", "clause", or a preposition. */
function table(manner: Manner, rows: readonly string[]): void {
  for (const row of rows) {
    const [verbs = '', takes = ''] = row.split('|')
    const words = wordSet(takes)
    const stance: Stance = {
      manner,
      takesObject: words.has('object'),
      takesTo: words.has('infinitive'),
      takesClause: words.has('clause'),
      particles: new Set([...words].filter((word) => !['object', 'infinitive', 'clause'].includes(word))),
    }
    for (const verb of wordSet(verbs)) STANCES.set(verb, merged(STANCES.get(verb), stance))
  }
}

/** A verb of several rows takes what any of them takes; its first manner stays. */
const merged = (a: Stance | undefined, b: Stance): Stance =>
  a
    ? {
        manner: a.manner,
        takesObject: a.takesObject || b.takesObject,
        takesTo: a.takesTo || b.takesTo,
        takesClause: a.takesClause || b.takesClause,
        particles: new Set([...a.particles, ...b.particles]),
      }
    : b

table('judgement', [
  `criticize condemn denounce blast assail slam rip bash deride ridicule mock scold chastise chide berate lambaste castigate decry
   disparage belittle downplay deplore disavow repudiate rebuff rebuke rebut refute contradict challenge dispute contest debunk
   discredit laud hail applaud commend congratulate thank salute admire respect tout extol glorify champion endorse back support
   embrace favor favour prefer defend justify excuse oppose resist reject spurn denigrate pan bemoan trash savage
   hammer skewer grill pepper confront taunt insult smear malign vilify demonize attack blame accuse fault praise
   compare liken equate label brand dub describe portray depict paint characterize regard reassure
   dismiss credit welcome condone excoriate pillory lampoon link tie promote pound | object as`,
  `admonish reprimand reproach reprove upbraid censure deprecate disdain esteem exalt lionize revere scorn vilify damn idolize
   trumpet celebrate decry protest sue goad troll heckle jeer boo shun condemn exonerate vindicate
   stigmatize marginalize caricature misrepresent mischaracterize overstate understate exaggerate minimize
   trivialize politicize ignore disregard prize cherish distrust mistrust | object as`,
  'view consider judge interpret deem call regard classify frame | object as',
  'go | after',
  'double | down',
  'walk roll | back',
  'shoot play tone | down',
  'tear rip light | into',
  'turn | against',
  'lash cry hit fire | out back',
  'take | issue aim exception offense offence umbrage credit',
  'disapprove approve tire despair | of',
  'renounce boycott snub forgive pardon adore relish greet heed herald trust humiliate betray shrug tease pester stereotype | object',
  'apologize atone vouch thank | for',
  'side quibble | with',
  'rail lash inveigh lobby speak argue warn protest campaign sneer scoff poke balk | against out back at',
  'object react | to',
  'disagree agree sympathize | with',
  'complain boast brag gloat joke rant grumble gripe | about of clause',
])
table('demand', [
  'ask urge beg implore exhort encourage press demand request invite advise counsel order instruct command direct petition | object infinitive clause',
  'plead appeal push lobby advocate argue clamor agitate | for to with infinitive',
  'call | for on',
  'question query quiz challenge interrogate | object',
  'wonder inquire enquire ask | clause about for',
  'recommend propose suggest prescribe stipulate | object clause infinitive',
  'prod lobby nudge coax cajole woo court entreat forbid dare defy caution | object infinitive',
  'remind persuade convince assure warn caution inform notify alert brief | object',
])
table('mention', [
  `mention cite reference quote invoke evoke discuss debate address outline detail explain illustrate emphasize stress
   highlight underline underscore acknowledge reiterate repeat recount recite echo clarify specify describe examine explore
   dissect summarize tackle disclose reveal confirm deny concede admit proclaim voice express articulate allege hint
   retract correct | object clause`,
  `convey communicate impart relay divulge broach summarise paraphrase preview narrate posit postulate float pitch peddle | object clause`,
  'expand dwell lecture preach sermonize philosophize testify brief argue fight bicker spar clash debate quarrel | about on over',
  'confess profess identify define diagnose | object clause as',
  'confess apologize complain | to',
  'refer allude point respond reply attest testify | to out clause',
  'speak talk comment elaborate expound opine touch dwell reflect muse tweet write testify lie | about on of',
  'seize | on',
])
table('release', [
  'announce unveil present declare proclaim propose offer unleash unearth sing tweet retweet write shout chant recite pen utter feature chronicle document perpetuate concoct | object clause',
  'release publish issue deliver file submit | object',
  'lay spell set point | out',
  'put | forward forth it',
  'bring | up',
  'sound call | for',
])
table('intention', [
  'promise pledge vow swear threaten refuse decline volunteer | object infinitive clause',
  'agree commit | infinitive to on clause',
  'plan intend aim seek hope want wish expect desire prefer decide choose opt resolve consent hesitate | infinitive clause',
  'want expect seek envision foresee anticipate contemplate consider weigh ponder mull eye | object',
  'hope yearn plan opt wish aim | for',
  'aspire strive endeavor endeavour undertake volunteer clamor | infinitive',
])
table('ruling', [
  'rule decide | clause infinitive against for on in',
  'vote | infinitive for against',
  'order uphold overturn overrule veto approve nominate ban forbid prohibit | object infinitive',
  'determine conclude find hold | clause',
])
table('feeling', [
  'fear dread regret resent lament mourn hate love dislike appreciate admire distrust detest loathe despise covet envy | object clause infinitive',
  'worry fret care despair panic agonize rejoice grieve fume rave gush enthuse | about over at clause',
  'feel | clause',
])
table('thought', [
  `think believe know understand realize recognize remember learn see hear find discover sense fathom comprehend theorize hypothesize surmise trust aver avow foretell prophesy visualize forget assume presume suppose guess
   imagine predict forecast estimate project reckon calculate infer suspect speculate doubt anticipate envision figure bet
   conclude determine gauge reason contend argue maintain insist claim assert | clause`,
  'predict forecast estimate suspect doubt envision foresee claim understand fathom comprehend | object',
  'bet | on',
])
table('document', [
  'project signal imply convey portend confirm underscore illustrate attest | clause',
  'show reveal indicate demonstrate suggest note document chronicle illustrate | clause',
])

/** What each verb takes, by its base. */
export const STANCE_VERBS = new WordMap(STANCES)
export const stanceOf = (verb: VerbReading | null): Stance | undefined => STANCE_VERBS.ofBase(verb)
