import { WordMap } from './lexicon'
import { EVALUATIVE, opinionSigns } from './opinions'
import { isOpeningMark } from './phrases'
import { at, type Token } from './tokens'
import { anyOf, BE, DETERMINERS, isAdverbial, wordSet } from './words'

/**
 * How much a clause judges instead of telling, beyond the words that `opinions` counts. A table of weights, by what a
 * reader would point at: one plain sign is not enough, a judging word said of the subject ("is a triumph") is.
 */

/** Say how good, hard, likely or moving something is. One sign each, half a sign more when they are said of the subject. */
const JUDGING = wordSet(`
  regrettable passionate thankful shameless hateful sham lies nonsense unhelpful undignified distasteful tasteless crass petty cowardice greed
  wicked barbaric inhumane humiliating degrading demoralising demoralizing inspirational superb fabulous brilliantly shamefully
  scandalous brutal cavalier worthy unworthy deserving overdue laughable ludicrous preposterous idiotic dreadful
  appalling atrocious abysmal deplorable disgusting revolting repugnant sickening horrendous horrific dire gloomy rosy
  upbeat downbeat hopeless awkward ironic irony bizarre odd peculiar mysterious magical memorable unforgettable iconic
  legendary epic sensational spectacular magnificent glorious marvelous marvellous splendid terrific phenomenal
  outstanding exquisite delicious tasty cosy cozy adorable cute hilarious delightful enjoyable pleasant unpleasant
  pleasing satisfying rewarding fulfilling frustrating frustrated annoying irritating infuriating maddening tiresome
  exhausting daunting gruelling grueling doable unavoidable unthinkable inconceivable unimaginable undeniable
  unquestionable arguable debatable implausible incredulous meaningless pointless useless worthless priceless
  invaluable precious unhelpful counterproductive unjust rational irrational illogical logical insane ignorant
  arrogant selfish selfless greedy cowardly heroic noble humble honest dishonest insincere heartless cruel callous
  vicious sinister cynical resilient humbled honoured honored blessed unlucky heart-warming heartwarming uplifting
  poignant bittersweet sobering chilling eerie haunting harrowing staggering eye-catching mind-blowing jaw-dropping
  breathtaking dazzling mesmerizing captivating gripping riveting top-notch first-class world-class must-see must-have
  unmissable flawless unsatisfactory shoddy sloppy lacklustre lackluster dull bland dreary monotonous cliched clichéd
  muddled confusing disastrous catastrophic ruinous scathing glaring flagrant egregious intriguing enticing tempting
  appealing alluring seductive lavish decadent festive lively bustling booming daring groundbreaking transformative
  momentous seismic profound unrelenting relentless merciless unforgiving ashamed jealous heartbroken overjoyed
  ecstatic elated gutted miserable
`)

/** Often plain facts about people and tasks: half a sign, a whole one when said of the subject. */
const MILD = wordSet(`
  risky safer riskier confident comfortable uncomfortable cautious curious hopeful optimistic pessimistic bleak grim
  difficult hard tough tougher simple easy straightforward complicated complex tricky delicate feasible impossible
  inevitable doubtful dubious questionable suspicious sceptical skeptical plausible credible useful helpful handy
  beneficial harmful destructive toxic valuable unreasonable reasonable sincere dedicated devoted committed determined
  reluctant eager angry furious upset shocked stunned relieved worried anxious nervous afraid scared lonely bored
  devastated desperate moving touching hollow empty shallow flawed imperfect inadequate insufficient chaotic
  predictable ambitious bold fierce intense dramatic drastic overwhelming confused ideal attractive crippling damning
  blatant lucky fortunate unhappy pivotal revolutionary vibrant meaningful compelling exceptional extraordinary
  demanding ruthless
`)

/** Said of the subject with "a" or "the" they are a verdict: "is a scandal", "was a complete disappointment". */
const VERDICTS = wordSet(`
  scandal outrage shame pity tragedy travesty mockery farce fiasco debacle shambles disaster catastrophe failure success triumph
  disappointment letdown surprise shock wonder miracle blessing curse gift treat delight joy pleasure privilege honour honor
  positive negative plus bonus boon boost blow setback breakthrough milestone landmark gem masterpiece classic hit miss flop
  star hero legend icon villain idiot fool liar coward bully tyrant monster bargain steal bet gamble risk danger threat menace
  problem challenge dilemma paradox puzzle mystery question lesson reminder warning sign signal symptom step stride leap
  chance opportunity moment time thing things stuff way ways shift paradigm model trend fact truth reality reason point
  matter issue story tale journey adventure experience dream rollercoaster game-changer no-brainer must stain distraction
  betrayal insult injustice crime mistake error blunder sin virtue necessity luxury waste bit lot place ones one kind sort type people
  person man men woman women guy guys
`)

/** The verdict needs a word of praise, blame or size with these everyday nouns. */
const EVERYDAY = wordSet(`
  hit miss star hero steal risk danger threat question lesson warning sign signal step chance moment time thing things
  stuff way ways shift model trend fact reason point matter issue story tale experience crime error bit lot place ones one
  kind sort type people person man men woman women guy guys boost problem model paradigm mistake truth reality shock surprise success
  failure disaster bet classic breakthrough milestone landmark crime gift blow legend opportunity challenge warning game
`)
const SIZES = wordSet(`
  big huge massive giant enormous small little tiny great real true total complete absolute utter sheer pure perfect ultimate
  wonderful good bad
`)

/** Turns of phrase that picture or praise and tell nothing that can be looked up. The key is the first word. */
const TURNS = byFirstWord(`
  thoughts are with, hearts go out, thoughts and prayers, rest in peace, hats off, in the public eye, cried foul, cry foul, opened the door for,
  opens the door for, care little for, cares little for, turned a blind eye, turn a blind eye, insult to injury, salt in the wound, up in arms,
  a long way to go, clock is ticking, running out of time, time is running out, make no mistake, out of the woods, house of cards, kick the can,
  race to the bottom, bigger picture, move the needle, all eyes are on, all eyes will be on, every step of the way, in our hearts,
  bitter pill, walk in the park, ball is in, has never been better, has never been more, could not be more, couldn't be more, nothing more than,
  at the end of the day, back to square one, beyond belief, beyond words, breath of fresh air, brings to life,
  all hell, better future, better life, better place, better world, break loose, broke loose,
  by no means, calm before the storm, can only hope, close to our hearts, comes as no surprise, came as no surprise,
  dark cloud, dark day, death spiral, dream come true, drop in the ocean, double-edged sword, elephant in the room,
  fair to say, feast for the, for lack of, for the whole family, fun for, from strength to strength,
  goes without saying, hard to believe, hard to imagine, hard to overstate, heart and soul, in a class of,
  in a good way, in safe hands, in the right direction, just the beginning, laws of motion, leaves much to be desired,
  left in the dark, level playing field, light at the end of the tunnel, lion share, little wonder, look forward to,
  look no further, looking forward to, lots of fun, make a difference, makes a difference, makes no sense,
  makes sense, making history, more than ever, more so than, never looked back, no doubt, no secret, no stranger to,
  no surprise, no wonder, nothing short of, on the horizon, on the right track, on the wrong side, once in a lifetime,
  one thing is, only time will tell, open the door to, out of reach, out of touch, par for the course,
  part and parcel, perfect storm, piece of cake, pipe dream, pride and joy, raises questions, red herring,
  remains to be seen, second to none, set the stage, sets the stage, silver lining, sky is the limit, slippery slope,
  small wonder, something for everyone, speak for themselves, speaks volumes, stand the test of time, steal the show,
  takes a village, take it or leave it, takes its toll, tip of the iceberg, the name of the game, the onus,
  to be fair, to be honest, to die for, to say the least, too little too late, under a cloud, up in the air,
  uphill battle, walk a fine line, weighing on, wake-up call, writing is on the wall, you know what
`)

function byFirstWord(table: string): WordMap<readonly (readonly string[])[]> {
  const map = new Map<string, string[][]>()
  for (const turn of table.split(',')) {
    const words = turn.trim().split(' ')
    const first = words[0] ?? ''
    map.set(first, [...(map.get(first) ?? []), words])
  }
  return new WordMap(map)
}
const TURN_STARTS = wordSet([...TURNS.keys()].join(' '))
const TURN_SECONDS = wordSet([...TURNS.values()].flatMap((turns) => turns.map((words) => words[1] ?? '')).join(' '))

/** Everybody, not somebody: "when you buy". */
const ANYBODY = wordSet('you your yourself yourselves')
/** What is always so: habits nobody dates. */
const HABITS = wordSet('usually generally typically always whenever')
const SEEMING = wordSet('seem seems seemed looks')
const LOOSE = wordSet('lots plenty everything nothing something anything everyone nobody')
const LINKING = anyOf(
  BE,
  SEEMING,
  wordSet('remain remains remained become becomes became feel feels felt look appear appears appeared'),
)
const POINTING = wordSet('it this that these those there here')
const IS = wordSet("is 's are 're isn't aren't")

const SIGNS = anyOf(EVALUATIVE, JUDGING, MILD, VERDICTS, TURN_STARTS, ANYBODY, HABITS, SEEMING, LOOSE)

/** All signs of a view in tokens [first, last), those of `opinions` among them; 1.5 is a view. */
export function judgementSigns(tokens: readonly Token[], first: number, last: number): number {
  let signs = opinionSigns(tokens, first, last)
  let hasYou = false
  for (let k = first; k < last; k++) {
    const token = at(tokens, k)
    if (!SIGNS.holds(token)) continue
    if (!isNamePart(tokens, k)) signs += judging(tokens, k)
    if (VERDICTS.holds(token)) signs += verdict(tokens, k)
    if (TURN_STARTS.holds(token) && isTurn(tokens, k, last)) signs += 1.5
    if (ANYBODY.holds(token)) hasYou = true
    if (HABITS.holds(token) || LOOSE.holds(token) || SEEMING.holds(token)) signs += 0.5
  }
  const lead = at(tokens, first).kind === 'mark' ? first + 1 : first
  signs += pointing(tokens, lead)
  return signs + (hasYou ? 0.75 : 0)
}

function judging(tokens: readonly Token[], k: number): number {
  const token = at(tokens, k)
  const weight = JUDGING.holds(token) ? 1 : MILD.holds(token) ? 0.5 : 0
  if (weight === 0 && !EVALUATIVE.holds(token)) return 0
  const linking = linkBefore(tokens, k)
  if (linking < 0) return weight
  return weight + (SPEAKING.holds(at(tokens, linking - 1)) ? 1 : 0.5)
}

/** "This is a …", "It's just …", "That is why …", "It looks like …": pointing at what was told, and naming it. */
function pointing(tokens: readonly Token[], k: number): number {
  if (!POINTING.holds(at(tokens, k))) return 0
  const next = at(tokens, at(tokens, k + 2).lower === 'not' ? k + 3 : k + 2)
  if (SEEMING.holds(at(tokens, k + 1))) return next.lower === 'like' ? 1 : 0.5
  if (!IS.holds(at(tokens, k + 1))) return 0
  if (['why', 'how', 'where', 'when'].includes(next.lower)) return 1
  return ['a', 'an', 'what', 'all', 'just'].includes(next.lower) ? 0.5 : 0
}

const isNamePart = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).isCapitalized && at(tokens, k + 1).isCapitalized

/** "remains strong", "is not entirely fair": behind a linking verb, over adverbs and "not". */
function linkBefore(tokens: readonly Token[], k: number): number {
  let j = k - 1
  while (j > k - 4 && (isAdverbial(at(tokens, j)) || FILLING.holds(at(tokens, j)) || isOpeningMark(at(tokens, j)))) j--
  return LINKING.holds(at(tokens, j)) ? j : -1
}
/** What these are is how they feel. */
const SPEAKING = wordSet('i we')
const FILLING = wordSet('not so too very quite really pretty a an the more less most least')

/** "is a scandal": a verdict; "is a big step": one by its size; "is a step": nothing yet. */
function verdict(tokens: readonly Token[], k: number): number {
  let hasSize = false
  for (let j = k - 1; j > k - 5; j--) {
    const token = at(tokens, j)
    if (token.kind === 'mark') return 0
    if (LINKING.holds(token)) return hasSize || !EVERYDAY.holds(at(tokens, k)) ? 2 : 0
    if (SIZES.holds(token) || JUDGING.holds(token)) hasSize = true
    else if (!DETERMINERS.holds(token) && !FILLING.holds(token) && !isAdverbial(token)) return 0
  }
  return 0
}

/** Whether a turn of phrase begins at token `k`. */
function isTurn(tokens: readonly Token[], k: number, last: number): boolean {
  if (!TURN_SECONDS.holds(at(tokens, k + 1))) return false
  for (const words of TURNS.of(at(tokens, k)) ?? []) {
    let said = 1
    while (said < words.length && at(tokens, k + said).lower === words[said]) said++
    if (said === words.length && k + said <= last) return true
  }
  return false
}
