import type { Span } from '@/lib/core/text'
import type { FoundAttribution } from './cues'
import { introducedIn, PAPERS, paperIn } from './introduced'
import type { Passage, Reading } from './passages'
import { type Gender, genderOf, headOf, ROLES, rolesIn, shortName, TRADES } from './people'
import { finiteIn } from './phrases'
import { type Subject, subjectBefore } from './speakers'
import { behindLead } from './stretches'
import { at, firstTokenFrom, isCapitalized, type Token } from './tokens'
import { wordSet } from './words'

const TURN = 'attributions/turn'

/** Who is meant: pronouns in attributions are resolved to the last fitting name; everything else stays as written. */
export class References {
  private he: string | null = null
  private she: string | null = null
  private person: string | null = null
  private group: string | null = null
  private body: string | null = null
  /** Who holds a role, as far as the text has said; null when two do. */
  private readonly roles = new Map<string, string | null>()

  /** Who issued a paper ("the statement"), as far as the text has said. */
  private readonly issuers = new Map<string, string>()

  /** The poll named last, which tells what shares of people say. */
  poll: string | null = null

  private turn: FoundAttribution | null = null
  /** What the phrases and names of this text tell, found when they are first asked for. */
  private readonly people = new Map<string, Person>()
  private readonly names = new Map<string, Named>()
  private readonly genders = new Map<string, Gender | null>()

  constructor(private readonly reading: Reading) {}

  /** The speaker's name for a claim: titles and appositions kept as written, pronouns and roles resolved where the text makes it plain. */
  nameOf(speaker: Span): string {
    const name = this.phraseOf(speaker)
    const lower = name.toLowerCase()
    if (lower === 'he' || lower === 'she') return this.personFor(lower) ?? name
    if (lower === 'they') return this.group ?? name
    if (lower === 'it') return this.body ?? name
    const role = lower.startsWith('the ') ? lower.slice(4) : ''
    return (ROLES.has(role) ? this.roles.get(role) : this.issuers.get(role)) ?? bareName(withoutRelative(name))
  }

  /** Learns who is named before a pronoun that speaks in the same sentence: "When Lind left, she said …". */
  open(passage: Passage, attributions: readonly FoundAttribution[]): void {
    const { text, tokens } = this.reading
    const pronoun = attributions.find(({ speaker }) => speaker && isPronoun(text.slice(speaker.start, speaker.end)))
    if (!pronoun) return
    const isQuote = pronoun.order !== 'behind' && /["“`]/.test(text.charAt(pronoun.content.start))
    const end = isQuote ? firstTokenFrom(tokens, pronoun.content.start) : pronoun.cue.first
    const verb = finiteIn(tokens, passage.first, end)
    const subject = verb < 0 ? null : subjectBefore(this.reading, passage, verb)
    const name = subject && this.subjectName(subject)
    if (name) this.learnName(name)
  }

  /** The last person named whose gender fits or is not known; who is once called so is known from then on. */
  private personFor(pronoun: Gender): string | null {
    const known = this.person === null ? null : this.genderOf(this.person)
    const found = known === null || known === pronoun ? this.person : this[pronoun]
    const other = pronoun === 'he' ? this.she : this.he
    const chosen = found !== null && known === null && found === other ? this[pronoun] : found
    if (chosen !== null) this[pronoun] = chosen
    return chosen
  }

  private learnPerson(phrase: string): void {
    const { name, gender, roles } = remembered(this.people, phrase, personIn)
    this.person = name
    if (gender) this[gender] = name
    for (const role of roles) this.hold(role, name)
  }

  /** Of two names for the holder of a role the longer one is kept when it holds the other. */
  private hold(role: string, name: string): void {
    const holder = this.roles.get(role)
    if (holder === undefined || holder === name || (holder !== null && name.endsWith(holder)))
      this.roles.set(role, name)
    else if (holder !== null && !holder.endsWith(name)) this.roles.set(role, null)
  }

  private named(phrase: string): Named {
    return remembered(this.names, phrase, namedIn)
  }

  private learnName(phrase: string): void {
    const { name, kind } = this.named(phrase)
    if (kind === 'person') this.learnPerson(phrase)
    else this.group = name
    if (kind === 'body') this.body = name
  }

  /** The name that a subject is; null when it is none. */
  private subjectName(subject: Subject): string | null {
    const { tokens } = this.reading
    const isThe = at(tokens, subject.firstToken).lower === 'the'
    if (!isThe && !hasCapital(tokens, subject)) return null
    const phrase = this.phraseOf(subject.span)
    if (isThe && /^the /i.test(phrase) && phrase.length < 60 && isBody(lastWord(phrase))) return phrase
    return this.named(phrase).isName ? phrase : null
  }

  private genderOf(name: string): Gender | null {
    return remembered(this.genders, name, genderOf)
  }

  /** What the text says there, on one line. */
  private phraseOf({ start, end }: Span): string {
    const { text } = this.reading
    const phrase = text.slice(start, end)
    return isOneLine(text, start, end) ? phrase : phrase.replace(/\s+/g, ' ')
  }

  /** The turn of a transcript that a sentence belongs to. */
  turnOf(passage: Passage): FoundAttribution | null {
    return this.turn && passage.start < this.turn.content.end ? this.turn : null
  }

  /** Of a second attribution in a sentence: its own speaker, else that of the first. */
  nameIn(one: FoundAttribution, outer: FoundAttribution): string | null {
    const speaker = one.speaker ?? outer.speaker
    return speaker ? this.nameOf(speaker) : null
  }

  /** Learns who was named, after a sentence was read. */
  learn(passage: Passage, attributions: readonly FoundAttribution[]): void {
    const { tokens } = this.reading
    this.turn = attributions.find(({ rule }) => rule === TURN) ?? this.turnOf(passage)
    for (const { role, name } of introducedIn(tokens, passage.first, passage.last)) this.hold(role, this.phraseOf(name))
    let isNamed = false
    for (const { speaker, isAssertion } of attributions) {
      if (!speaker || !isAssertion) continue
      const phrase = this.phraseOf(speaker)
      const { name } = this.named(phrase)
      if (/^(?:he|she|it|they|we|i)$/i.test(name)) continue
      isNamed = true
      if (POLL.test(name)) this.poll = name
      if (INTRODUCED.test(phrase)) this.learnPerson(phrase)
      else if (!UNNAMED.test(name) || isPlural(lastWord(name)) || isBody(lastWord(name))) this.learnName(phrase)
      else if (/^an? /i.test(name)) this.person = name
    }
    this.learnIssuer(passage, attributions)
    if (isNamed) return
    // "When the board met, Mr. Lind left": who left is who is spoken of next
    const verb = finiteIn(tokens, behindLead(tokens, passage.first, passage.last), passage.last)
    const said = attributions.filter(({ isAssertion }) => isAssertion)
    const { start } = at(tokens, verb)
    const isOwn = verb >= 0 && !said.some(({ content }) => content.start <= start && start < content.end)
    const subject = isOwn ? subjectBefore(this.reading, passage, verb) : null
    const named = subject && this.subjectName(subject)
    if (subject && named === null) this.learnGroup(subject)
    const next = named ?? (said.length > 0 ? null : ownerIn(this.reading, passage))
    if (next !== null) this.learnName(next)
  }

  /** "Critics of the plan see …": people who are named by what they do are "they". */
  private learnGroup({ span, firstToken, lastToken }: Subject): void {
    let k = firstToken
    while (k <= lastToken && !GROUPS.holds(at(this.reading.tokens, k))) k++
    const name = k <= lastToken ? this.phraseOf(span).split(',', 1)[0] : undefined
    if (name && name.length < 60 && GROUPS.has(lastWord(name).toLowerCase())) this.group = name
  }

  private learnIssuer({ first, last }: Passage, attributions: readonly FoundAttribution[]): void {
    const paper = attributions.length === 0 ? null : paperIn(this.reading.tokens, first, last)
    const speaker = paper === null ? null : attributions.find((one) => one.speaker)?.speaker
    if (!paper || !speaker) return
    const name = this.nameOf(speaker)
    if (!PAPERS.has(name.slice(name.lastIndexOf(' ') + 1).toLowerCase())) this.issuers.set(paper, name)
  }
}

const SPACE = 32
/** No white space but single spaces. */
const isOneLine = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === SPACE ? text.charCodeAt(i + 1) === SPACE : code < SPACE || (code > 127 && /\s/.test(text.charAt(i))))
      return false
  }
  return true
}

const hasCapital = (tokens: readonly Token[], { firstToken, lastToken }: Subject): boolean => {
  for (let k = firstToken; k <= lastToken; k++) if (isCapitalized(at(tokens, k))) return true
  return false
}

type Person = { name: string; gender: Gender | null; roles: readonly string[] }
const personIn = (phrase: string): Person => ({
  name: INTRODUCED.test(phrase) ? phrase.slice(phrase.indexOf(',') + 2) : shortName(phrase),
  gender: genderOf(phrase),
  roles: rolesIn(phrase),
})

/** `isName`: as the subject of a sentence, where its head ends in a capital. */
type Named = { name: string; kind: 'group' | 'body' | 'person'; isName: boolean }
function namedIn(phrase: string): Named {
  const name = bareName(phrase)
  const last = lastWord(name)
  const head = headOf(phrase)
  return {
    name,
    kind: isPlural(last) ? 'group' : isBody(last) ? 'body' : 'person',
    isName: name.length < 90 && isCapital(head, head.lastIndexOf(' ') + 1) && !PRONOUNS.test(name),
  }
}
const PRONOUNS = /^(?:He|She|It|They|The|We|I|You|This|That|A|An)\b/

function remembered<Value>(known: Map<string, Value>, phrase: string, read: (phrase: string) => Value): Value {
  const found = known.get(phrase)
  if (found !== undefined) return found
  const value = read(phrase)
  known.set(phrase, value)
  return value
}

/** "The test will be Lind's first": the last name that owns something, when the subject is no name. */
function ownerIn({ tokens }: Reading, passage: Passage): string | null {
  for (let k = passage.last - 1; k > passage.first; k--) {
    const [name, clitic] = [at(tokens, k - 1), at(tokens, k)]
    if (clitic.lower === "'s" && isCapitalized(name) && name.text.length > 3) return name.text
  }
  return null
}

const TITLES =
  /^(?:(?:The |the )?(?:(?:[A-Z][\w.'’-]* ){0,3})(?:Foreign|Prime|Defense|Defence|Finance|Interior|Vice|Deputy)? ?(?:Minister|President|Secretary|Chancellor|Governor|Senator|Sen\.|Gov\.|Rep\.|Mr\.|Mrs\.|Ms\.|Dr\.) )(?=[A-Z])/

/** "Foreign Minister Ann Lee" -> "Ann Lee"; appositions stay. */
const bareName = (name: string): string => (name.includes(' ') ? name.replace(TITLES, '').trim() : name)

const CAPITAL = /^\p{Lu}/u
const isCapital = (text: string, i: number): boolean => {
  const code = text.charCodeAt(i)
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(text.slice(i))
}
const UNNAMED = /^(?:The|A|An|One|Some)\b/i
const POLL = /\b(?:poll|survey)\b/i

const isPronoun = (text: string): boolean => /^(?:he|she|it)$/i.test(text)

/** "Ann Lind, who leads the board" -> "Ann Lind". */
const withoutRelative = (name: string): string =>
  !name.includes(', ')
    ? name
    : (name.split(
        /, (?:(?:who|which|whose|based|led|headed|run|owned|known|speaking|writing|echoing|citing|quoting|referring|responding|noting|adding|appearing|testifying|repeating|pointing|reading|recalling|wearing|standing|sitting|looking|in|at|on|during) |(?:however|meanwhile|too|though|also|(?:for|on) (?:his|her|its|their) (?:own )?part)$)/,
        1,
      )[0] ?? name)

/** "The minister, Ann Lee": a role with the name behind it. */
const INTRODUCED = /^(?:The|the) [a-z' -]{3,60}, \p{Lu}\p{L}+ \p{Lu}/u

/** The last word of the phrase without what is added behind it. */
function lastWord(name: string): string {
  const end = name.search(/,| (?:of|for|from|with|on|at|in|close|familiar|who) /)
  const head = end < 0 ? name : name.slice(0, end)
  return head.slice(head.lastIndexOf(' ') + 1)
}
const isPlural = (last: string): boolean => {
  const lower = last.toLowerCase()
  return PLURALS.has(lower) || TRADES.has(lower) || (last.length > 3 && last === lower && /[^su]s$/.test(last))
}
/** Acronyms and nouns of organisations: they are "it", and often "they". */
const isBody = (last: string): boolean =>
  BODIES.has(last.toLowerCase()) || (last.length > 1 && last === last.toUpperCase())
const GROUPS = wordSet(`
  critics opponents supporters advocates campaigners activists residents lawmakers senators officials experts researchers scientists
  analysts investigators prosecutors lawyers teachers workers unions ministers councillors parents victims protesters economists
`)
const PLURALS = wordSet('people police media sources officials')
const BODIES = wordSet(`
  government ministry department office bureau agency authority administration commission committee council board court parliament
  senate congress cabinet party union association federation institute institution foundation fund bank company corporation firm group
  inc inc. corp corp. ltd ltd. co co. plc team club university college school hospital church army navy military force house newspaper
  daily post times journal news herald tribune guardian telegraph regulator operator airline embassy campaign organization organisation
  coalition league centre center service trust network alliance report study survey statement daily magazine
`)
