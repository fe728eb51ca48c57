import { known, type VerbForm, type VerbReading, type Word, wordOf } from './lexicon'
import { ALSO_NOUNS, RARER, RARER_IRREGULAR, RARER_NOUNISH } from './rarer-verbs'

/**
 * Verb forms without a tagger: a list of base verbs of the news, their regular forms by rule, the irregular ones by
 * table. A form that is also a common noun is marked, and the reader of a clause asks for more evidence there.
 */
const list = (text: string): string[] => text.split(/\s+/).filter(Boolean)

const REGULAR = list(`
  abandon abduct abolish absorb accelerate accept accompany accomplish account accuse achieve acknowledge acquire act add address
  adjust administer admire admit adopt advance advise advocate affect affirm agree aim allege allocate allow alter amend
  amount analyze announce anticipate apologize appeal appear apply appoint appreciate approach approve argue arm
  arrange arrest arrive ask assassinate assert assess assign assist assume assure attach attack attempt attend attract
  authorize await award back ban bar base battle believe belong benefit blame blast block board bolster bomb boost
  borrow brief bristle broadcast calculate call campaign cancel capture care carry cast cause cease celebrate chair challenge change
  charge chart check circulate cite claim clash classify clear climb close coincide collapse collect combat comment commit
  compare compete complain complete comply concede concern conclude condemn conduct confess confirm confront consider
  consist constitute consult consume contain contend continue contract contradict contribute control convene convert
  convey convict convince cooperate coordinate correct count counter cover crash create criticize cross cruise damage deal
  debate debut decide declare decline decrease dedicate defeat defend defer define delay deliver demand demonstrate denounce
  deny depart depend deploy depose describe deserve design designate destroy detail detain deter determine develop devote die differ
  direct disagree disappear discharge disclose discover discuss dismiss display dispute disrupt dissolve distribute
  divide donate double doubt downgrade draft drop earn ease echo elect elevate eliminate embrace emerge emphasize employ
  enable enact encourage end endorse enforce engage enhance enjoy ensure enter envision equal escalate escape establish
  estimate evacuate evaluate examine exceed exchange exclude execute exercise exist expand expect expel experience expire explain
  explode explore export expose express extend face facilitate fail favor favour fear feature figure file fill finance
  finish fire fix flee flow focus follow force forecast form foster free fuel fund gain garner gather generate govern grant
  greet group grow guarantee guard guide halt hand handle happen harm head heighten help highlight hike hint hire
  host identify ignore illustrate impact implement imply import impose impress improve include increase indicate induct
  inform inherit initiate injure insist inspect install instruct intend intensify intercept interview introduce invade
  invest investigate invite involve issue join judge jump justify kick kidnap kill label lack land last laud launch learn
  legalize level lift like limit link list load lobby locate lock look loom lose lower maintain manage mandate march mark
  match matter mean measure mediate meet mention merge miss mix mobilize modify monitor move murder name near need
  negotiate nominate note notice notify number nurture object oblige observe obtain occupy occur offer open operate oppose
  order organize oust outline outlaw overcome oversee overturn owe own participate partner pass patrol pause peak perform permit
  persuade pick pitch place plan play plead please pledge plunge point poll position possess post postpone pour praise
  predict prefer prepare present preserve press pressure prevail prevent print probe proceed process proclaim produce prohibit project
  promise promote prompt propose prosecute protect protest prove provide provoke publish pull purchase pursue push
  qualify question quote raise rally ramp range rank rate ratify reach react reaffirm realize reassure rebound recall receive
  recognize recommend record recover recruit reduce refer reflect reform refrain refuse regain regard regret regulate reinforce
  reiterate reject relate release rely remain remark remember remind remove rename renegotiate renew repeal repeat
  replace reply report represent request require rescue research reserve resign resist resolve respond restore restrict
  result resume retain retire retreat return reunify risk reveal reverse review revise revive revoke reward rule sack sail sanction
  satisfy save schedule score scrap scream search secure seem seize select sense sentence separate serve settle shape
  share shelve shift ship shoot shorten shout show sign signal slam slap slash slide slow smuggle soar solve spark specify
  speculate spill split sponsor stabilize staff stage stall start state station stay stem step stipulate stop store strengthen
  stress strip struggle study submit succeed suffer suggest supervise supply support suppose surge surpass surprise
  surrender surround survey survive suspect suspend sustain switch target tariff tell tend terminate test testify thank
  threaten tighten total touch tour trace track trade trail train transfer transform travel treat trigger triple try tumble turn
  tweet underline undermine underscore unite unveil update uphold urge use utilize vacate value veto view violate visit voice vote vow
  wait walk want warn waste watch weaken weigh welcome widen withdraw witness wonder work worry worsen yield
  uncover unlock unload unfold unearth unleash unravel unify unseat unwind
  abide accrue accumulate adapt adhere adjourn administer adore afford age aggravate alarm alert alienate align
  alleviate amass annex annoy apprehend arouse assemble astonish attain attribute audit avert avoid bail bargain bask
  beg belittle bemoan bet betray blend bless blink blunt book boycott brace brand breach breathe brew bribe bridge
  bring brush budget bully bundle bury bypass calm cap capitulate captivate carve categorize cater chase cheat cheer
  cherish chill chop circle cite clap clarify clean clinch cling clog coach coax coexist collaborate collide combine
  commemorate commend commission communicate compensate compile complement comprise compromise conceal concentrate
  condone confer confide confine confiscate conform congratulate connect conquer conserve conspire construct
  contemplate contest contrast convict cook cool cope copy corrupt couple crack crawl credit criminalize cripple
  crumble crush cry curb cure curtail dare dash date dawn debunk decay decorate deem deepen defraud defy delegate
  delete deliberate delight demolish demote deport depose deprive derail derive descend despise detect deteriorate
  devalue devastate deviate devise diagnose dictate dilute diminish dine dip disagree disarm discard disclose
  discontinue discourage discriminate disguise dismantle dispatch displace dispose disprove disqualify disregard
  distance distinguish distract distrust disturb dive diversify divert dodge dominate downplay drag drain dread drift
  drill drown duck dump dwarf dwell earmark economize edge edit educate elaborate embark embarrass embody emit empower
  emulate enclose encounter endanger endure engineer enlarge enlist enrich enroll entail entertain entitle equip erase
  erect erode erupt escort estimate evade evaporate evict evolve exacerbate exaggerate excel exert exhaust
  exhibit exile exit exonerate expend exploit expropriate extort extract extradite fabricate fade falter fascinate
  fasten fetch finalize fit flag flare flash flatten flaunt flip float flood flourish flout fluctuate flush fold fool
  foresee forge forward foster found fracture frame fray free freeze frighten frown frustrate fulfil fulfill function
  furnish gamble gather gauge gaze generalize glance gloat grab grade graduate grapple grasp graze greet grill grind
  grip grouse grumble hack hail hamper handicap harass harbor harbour harvest hasten haunt heal heat heed herald
  hesitate hinder hinge hop house hover humiliate hunt hurry illuminate imagine immigrate impair impeach impede
  implicate implore imprison inaugurate incite incorporate incur indict induce infect infer infiltrate inflate inflict
  infringe inhabit inhibit inject innovate inquire insert inspire instigate insulate insult insure integrate interact
  interfere interpret interrogate interrupt intersect intervene intimidate invent invoke irritate isolate itch jail
  jeopardize jog joke juggle justify kiss knit knock lag lament lapse lash laugh launder lavish leak lean leap lease
  lecture legislate lend lessen liberate license lick linger liquidate listen litigate live load loan locate lodge log
  loosen loot love lure lurk magnify mail mar marry mask master mature maximize melt mend merit migrate mimic mine
  minimize mislead misuse mitigate mock model modernize mold mount mourn multiply muster narrate narrow navigate
  neglect neutralize nod normalize nourish nudge obey obscure obstruct offend offset omit ooze opt orchestrate
  originate outfit outnumber outperform outrage outstrip outweigh overhaul overlook override oversee overshadow
  overthrow overwhelm pack package paint panic paralyze pardon park pat patch pave peddle peel penalize penetrate
  perceive persecute persist pertain phase phone photograph pile pilot pin pioneer plague plead plot plough plow
  pocket poison police polish pollute ponder pool populate pose pour practice praise pray preach precede precipitate
  preclude prescribe preside presume pretend prevail price privatize probe procure profit prolong pronounce propel
  prosper provoke prune publicize pump punch punish quarrel quash quell quit quiz race radiate raid ration rattle reap
  reappear rebuild rebuke recede reckon reclaim reconcile reconsider reconstruct recount recur recycle redefine
  redirect redraw reelect refill refine reflect refuel refund refute rehabilitate reign reimburse reinstate reinvent
  reissue relax relay relinquish relish relocate remarry remedy remodel render renounce renovate rent reopen
  reorganize repair repay repel replenish replicate reposition reprimand reproduce resemble resent reside resonate
  resort restart restructure resurrect retaliate rethink retool retrace retrieve reunite reuse revamp revel
  reverberate reverse revert revolve rid riot rival roam roar rob rock roll rotate round ruin rumble rush sabotage
  sacrifice salute sample scale scan scare scatter scold scorch scrape scratch screen script scrutinize seal season
  seat seduce segregate seize sentence settle sever sew shadow shatter shave shelter shield shine shiver shock shop
  shoulder shout shove shrug shuffle shun shuttle sigh simplify sip skip skirt slap slaughter sleep slice slip slump
  smash smell smile smoke smooth snap snatch sneak soak solicit solidify soothe span spare spearhead spell spike spin
  spoil sponsor spot sprawl spray spur spy squander squeeze stab stabilise stack staff stagger stamp standardize
  startle starve steady steer stifle stimulate stir stitch storm straddle straighten strain strand stray streamline
  stretch stroke stroll stumble stun subdue subpoena subsidize substitute subtract suck sue suit sum summarize summon
  supplement suppress surf survey swallow swap sway swear sweat swell symbolize sympathize synchronize tackle tailor
  tamper tap taste taunt team tease telegraph telephone tempt thrash thrive thwart tick tilt tip tire toll top topple
  torture toss total toughen tout tow track transcend transcribe translate transmit transport trap trash treasure trek
  trend trim troop trouble trust tuck tug tune tutor twist type unfold unify unleash unlock unravel unseat upend
  upgrade uproot upset usher usurp utter vanish vary venture verify vest vie vilify visualize volunteer wage wander
  bake boil brim chalk excite fret hammer intrigue mull nab peel pester prey rain reek rip rinse scrap snow snub spar spurn
  stoke swipe tank tie tout trounce unpack vault waive whisk wow wreak zero
  warm warrant wash wave waver wear weather weave weep whip whisper widen wield wipe wire withhold withstand wonder
  woo wrap wreck wrestle yell zoom
  assail rip bash deride ridicule chastise chide berate lambaste castigate decry disparage deplore disavow repudiate rebuff
  rebut discredit applaud respect extol glorify champion excuse spurn denigrate hammer skewer smear malign demonize fault
  liken equate dub portray depict characterize excoriate pillory lampoon rail inveigh boast brag rant gripe exhort counsel
  command petition clamor agitate query enquire caution reference evoke recite dissect articulate retract allude attest talk
  expound opine muse retweet chant pen hope wish desire consent mull eye yearn overrule hate dislike detest loathe covet
  envy fret despair agonize guess reason document chronicle quip conceive marvel unearth concoct perpetuate implore needle tout
  posit surmise intuit contemplate profess confide relate spell sneer scoff deadpan gush enthuse rave vent fume bristle
  exclaim interject mutter murmur mumble groan crow chuckle grin aspire strive endeavor endeavour vouch acquit misunderstand theorize
  reprove deprecate exalt lionize revere damn idolize heckle vindicate stigmatize marginalize misrepresent mischaracterize overstate
  understate trivialize politicize mistrust disapprove quibble balk impart summarise paraphrase postulate sermonize philosophize
  bicker grieve fathom comprehend portend censure scorn poke reproach
  hypothesize aver avow divulge broach admonish atone stereotype rejoice ponder wonder foretell prophesy forewarn admonish reprimand upbraid entreat beseech coax cajole urge
`)

/** base: past, participle */
const IRREGULAR = `
  arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet
  bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|bring brought brought
  build built built|burn burned burned|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
  come came come|cost cost cost|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk
  drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found
  flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
  get got gotten|give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden
  hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leave left left
  lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
  overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|pay paid paid|put put put|quit quit quit
  read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
  sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shoot shot shot|show showed shown|shrink shrank shrunk
  shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent
  split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck
  swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
  think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|undertake undertook undertaken
  uphold upheld upheld|wake woke woken|wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written
  overthrow overthrew overthrown|override overrode overridden|rebuild rebuilt rebuilt|repay repaid repaid|withhold withheld withheld|withstand withstood withstood|mislead misled misled|rethink rethought rethought
  weave wove woven|weep wept wept|shine shone shone|lean leaned leaned|leap leapt leapt|bind bound bound|foresee foresaw foreseen|redraw redrew redrawn|upset upset upset|offset offset offset|bury buried buried
  outpace outpaced outpaced|forecast forecast forecast|broadcast broadcast broadcast|overturn overturned overturned
`

/** Also common nouns or adjectives: as a verb only with a subject before and a complement behind. */
const NOUNISH = new Set(
  list(`${RARER_NOUNISH} ${ALSO_NOUNS}
  merit clear complete correct free slow secure separate direct subject clean empty dry
  age alarm alert audit bail bargain book boycott brand breach bridge brush budget bully bundle cap chase cheat cheer
  chill circle coach combine commission compromise contest contrast cook copy couple crack credit cry cure custom dash
  date delegate dip distance dive drain dread drift drill dump edge encounter engineer escort estimate exhibit exile
  exit extract flag flare flash flip float flood fold fool forward fracture frame freeze function gamble gauge glance
  grade graduate grill grip hack hail harbor harbour harvest haunt heat hop house hunt hurry insult jail joke kiss
  knock lag lapse laugh lean leap lease lecture license loan lodge log loot love lure mail mask master mine model mold
  mount mock narrow offset outfit outrage overhaul pack package paint panic pardon park patch phase phone photograph
  pile pilot pin pioneer plague plot plow pocket poison police polish pool practice praise price probe profit pump
  punch quarrel quiz race raid ration rebuke refund reign relay remedy rent repair resort restart riot rival rock roll
  round ruin rush sabotage sacrifice sample scale scan scare screen script seal season seat shadow shave shelter
  shield shock shop shoulder shout shrug shuffle shuttle sigh skip skirt slaughter sleep slice slip slump smash smell
  smile smoke snap span spare spell spike spin sponsor spot spray spur spy squeeze stab stack staff stamp storm strain
  strand stretch stroke stroll sum supplement surf swap sway swell sweat tap taste taunt team telegraph telephone tick
  tilt tip tire toll top torture toss touch tow track transport trap trash treasure trek trend trim troop trouble
  trust tug tune tutor twist type upgrade upset venture vest volunteer wage wander warm warrant wash wave weather whip
  whisper wire wreck yell yield found leak live open offset cap
  account act address advance aim amount appeal approach arm attack attempt award back ban bar base battle benefit bid blame
  block board bomb boost brief broadcast call campaign care cast cause challenge change charge chart check claim clash
  close collapse combat comment concern conduct contact contract control cost count counter cover crash cross cruise cut damage deal debate debut
  decline decrease defeat delay demand deposit design detail display dispute document doubt draft draw drive drop ease echo end estimate exchange
  exercise experience export express face fall favor favour fear feature feed fight figure file fill finance fire fix flow focus force
  forecast form fuel fund gain grant group guarantee guard guide halt hand harm head help highlight hike hint hit hold
  host impact import increase influence interest interview issue judge jump kick label lack land last launch lead level lift like limit
  link list load look lower march mark match matter mean measure meeting mention mix move murder name need note notice number
  object offer open order own pass patrol pause pay peak permit pick pitch place plan play pledge point poll position post praise present
  press pressure print probe process produce profit program project promise prompt protest purchase push question quote raise rally ramp
  range rank rate reach reform regard regret release remain remark repeat reply report request rescue research reserve
  result retreat return review reward ride rise rule run sail sanction save schedule score search sense sentence set shape share
  shift ship shot show sign signal slide spark split spread staff stage stand start state station stay stem step stop store stress
  strike struggle study supply support surge surprise survey suspect switch talk target tariff tax test thank tie total touch tour track
  trade trail train transfer travel treat trigger turn tweet update use value veto view visit voice vote vow walk waste watch
  advocate censure scorn poke mistrust quibble ridicule bash champion excuse hammer smear fault boast brag rant gripe counsel command petition query caution reference hope wish
  desire consent eye hate dislike despair guess reason chronicle quip marvel respect talk envy needle chant muse rail rip vent
  partner sponsor witness guide escape plunge hire scrap trace tumble risk stem merge rebel flood welcome will win work worry yield leave meet left felt found ground lay saw thought spoke bound fell
`),
)

const isVowel = (char: string): boolean => 'aeiou'.includes(char)

/** Last consonant doubles in short one-vowel stems ("plan", "stop") and in the few longer ones listed. */
const DOUBLES = new Set(
  list(
    'admit commit permit submit occur refer defer deter transfer prefer regret control patrol rebel expel compel propel cancel travel quip rebut extol',
  ),
)
function stemForSuffix(base: string): string {
  if (base.endsWith('e')) return base.slice(0, -1)
  const [c, b, a] = [base.at(-1) ?? '', base.at(-2) ?? '', base.at(-3) ?? '']
  const isShort = base.length <= 4 && !isVowel(c) && !'wxy'.includes(c) && isVowel(b) && !isVowel(a)
  return isShort || DOUBLES.has(base) ? base + c : base
}

function pastOf(base: string): string {
  if (base.endsWith('y') && !isVowel(base.at(-2) ?? '')) return `${base.slice(0, -1)}ied`
  return `${stemForSuffix(base)}ed`
}
function thirdOf(base: string): string {
  if (base === 'have') return 'has'
  if (base.endsWith('y') && !isVowel(base.at(-2) ?? '')) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`
}
function ingOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (base.endsWith('ee')) return `${base}ing`
  return `${stemForSuffix(base)}ing`
}

/** Past forms are nouns only where the word itself is one ("left", "found"). */
const isNounish = (word: string, base: string, form: VerbForm): boolean =>
  NOUNISH.has(word) || (NOUNISH.has(base) && (word === base || form === 'third' || form === 'ing'))

function buildForms(): Map<string, VerbReading> {
  const forms = new Map<string, VerbReading>()
  const put = (word: string, base: string, form: VerbForm) => {
    if (!forms.has(word)) forms.set(word, { base, form, isNounish: isNounish(word, base, form), stem: known(base) })
  }
  const irregular = `${IRREGULAR}\n${RARER_IRREGULAR}`
    .split(/[|\n]/)
    .map(list)
    .filter((row) => row.length === 3) as [string, string, string][]
  for (const [base, past, participle] of irregular) {
    put(past, base, past === participle ? 'pastOrParticiple' : 'past')
    if (participle !== base || past === base) put(participle, base, 'participle')
    put(base, base, 'base')
    put(thirdOf(base), base, 'third')
    put(base.length <= 3 && !/[aeiouy]$/.test(base) ? `${base}${base.at(-1)}ing` : ingOf(base), base, 'ing')
  }
  const done = new Set(irregular.map(([base]) => base))
  for (const base of [...REGULAR, ...list(RARER), ...list(RARER_NOUNISH)]) {
    if (done.has(base)) continue
    put(base, base, 'base')
    put(thirdOf(base), base, 'third')
    put(pastOf(base), base, 'pastOrParticiple')
    put(ingOf(base), base, 'ing')
    // British spellings: "signalled", "labelling"; "recognise", "analyse", "travelled", "cancelled"
    if (/[^aeiou][ae]l$/.test(base) && base.length > 4 && !DOUBLES.has(base)) {
      put(`${base}led`, base, 'pastOrParticiple')
      put(`${base}ling`, base, 'ing')
    }
    if (base.endsWith('ize'))
      for (const make of [pastOf, thirdOf, ingOf, (b: string) => b])
        put(make(`${base.slice(0, -3)}ise`), base, formOf(make))
  }
  return forms
}
const formOf = (make: (base: string) => string): VerbForm =>
  make === pastOf ? 'pastOrParticiple' : make === thirdOf ? 'third' : make === ingOf ? 'ing' : 'base'

const FORMS = buildForms()
for (const [word, reading] of FORMS) known(word).verb = reading
const NEVER_PAST = new Set(
  list(
    'hundred indeed red bed wed shed sled fled need deed reed weed seed speed need feed breed exceed proceed united limited armed so-called sacred wicked naked aged led',
  ),
)

const unknownForm = (lower: string): VerbReading | null => {
  if (lower.length <= 3 || !lower.endsWith('ed') || NEVER_PAST.has(lower)) return null
  // "unguarded", "unpaid": what is not done describes; the few verbs in "un-" are in the tables
  if (lower.startsWith('un')) return null
  const base = lower.slice(0, -2)
  return { base, form: 'pastOrParticiple', isNounish: false, stem: wordOf(base) }
}

/**
 * What form of which verb a token may be; unknown words in "-ed" count as past forms. Remembered with its word: those of
 * the table already know theirs.
 */
export function verbOf({ word }: { readonly word: Word }): VerbReading | null {
  if (word.verb === undefined) word.verb = unknownForm(word.lower)
  return word.verb
}

/** Every form of the verbs that fit, to gather a class of words from them. */
export const formsOf = (isWanted: (base: string) => boolean): string[] =>
  [...FORMS].filter(([, { base }]) => isWanted(base)).map(([word]) => word)
