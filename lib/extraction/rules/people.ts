import { isLetterCode, knownAt } from './lexicon'
import { wordSet } from './words'

/** What a name tells about whom it names: gender by title or given name, and the role it was introduced with. */
export type Gender = 'he' | 'she'

/** Titles that may have a stop behind them. */
const STOPPED = wordSet('mr mrs ms')
/** Titles and given names. */
const HIS = wordSet(`
  mr sir lord king prince brother father baron duke imam pope
  adam alan albert alex alexander andrew anthony antonio barack ben benjamin bernie bill bob boris brad brett brian bruce carlos charles
  chris christopher chuck daniel dave david dennis dick dmitry donald doug douglas ed eddie edward emmanuel eric francis
  frank fred gary george gerald gordon graham greg gregory harold harry henry hugh ian jack jacob jair james jared jason jeff jeffrey
  jeremy jerry jim jimmy joe joel john jonathan jordan jose joseph josh joshua juan justin keith ken kenneth kevin larry
  lee lewis louis luis luke marc marco mario mark martin matt matthew michael mick miguel mike mitch mitt mohammed muhammad
  narendra nathan neil nicholas nick nicolas oliver oscar patrick paul pedro peter philip phil rafael ralph ray raymond ricardo richard rick
  rob robert roger roman ron ronald roy rudy russell ryan sam samuel scott sean sergei shinzo simon stefan stephen steve steven stuart ted
  terry thomas tim timothy tom tony victor vincent vladimir volodymyr walter warren wayne will william yoshihide
`)
const HERS = wordSet(`
  mrs ms miss madam lady queen princess sister mother dame baroness duchess
  abigail alexandra alice alicia alison amanda amy ana andrea angela ann anna anne annie ashley barbara beth betty brenda
  carol carolina caroline carolyn catherine charlotte cheryl christina christine cindy claire claudia cynthia deborah debbie
  debra diana diane dianne donna dorothy elena elizabeth ellen emily emma eva fiona gina giorgia gloria grace greta hannah heather
  heidi helen hillary huma irene isabel ivanka jacinda jane janet jean jennifer jessica jill joan joanna joyce judith judy
  julia julie kamala karen kate katherine kathleen kathy katie kellyanne kelly kimberly kirsten laura lauren linda lisa liz loretta
  lucy madeleine margaret maria marie marina martha mary maxine megan megyn melania melinda melissa michelle monica nancy
  naomi natalie nicola nicole nikki olivia pamela patricia paula priya rachel rebecca rosa roxana ruth samantha sandra sara
  sarah sharon sheila sheryl shirley sophie stephanie susan suzanne sylvia teresa theresa tina tracy ursula valerie vanessa
  victoria virginia wendy yvonne
`)
/** Roles by which a person who was introduced with them is named again: "the minister". */
export const ROLES = wordSet(`
  minister president premier chancellor secretary governor senator congressman congresswoman representative mayor ambassador envoy
  spokesman spokeswoman spokesperson chairman chairwoman chair director chief commissioner general admiral colonel captain
  judge prosecutor lawyer attorney professor economist analyst researcher scientist historian author coach manager founder
  executive treasurer lawmaker councillor councilman councilwoman superintendent sheriff bishop archbishop cardinal nominee candidate
`)

/** Plurals by which people are named: "…, say analysts", "residents said". */
export const TRADES = wordSet(`
  analysts experts officials sources police researchers scientists economists authorities prosecutors critics residents witnesses
  activists campaigners ministers lawmakers doctors investigators lawyers traders organisers organizers supporters opponents
  historians observers people locals neighbours neighbors relatives detectives firefighters teachers unions
`)

/** One who can speak, in the singular: roles, and what else people and the media are called. */
const AGENTS = wordSet(`
  official officer source spokesman spokeswoman spokesperson newspaper agency broadcaster channel station website magazine tabloid
  daily weekly outlet aide adviser advisor expert witness survivor resident researcher scientist diplomat trader doctor teacher
  court jury panel commission committee ministry department government police union association charity group company firm
  report survey study poll statement inquiry audit watchdog regulator review investigation lawyer activist critic neighbour neighbor
  relative friend colleague student worker pilot driver captain detective investigator scholar organizer organiser
`)
/** Whether a word in lower case names one who can speak. */
export const isAgentNoun = (lower: string): boolean => AGENTS.has(lower) || ROLES.has(lower) || TRADES.has(lower)

const [SPACE, COMMA, STOP, SMALL_N] = [32, 44, 46, 110]
const isBreak = (code: number): boolean => code === SPACE || code === COMMA

/** By the first title or given name that tells, of eight words on one line; null when none does. */
export function genderOf(name: string): Gender | null {
  let from = 0
  for (let words = 0; words < 8 && from < name.length; words++) {
    let end = from
    while (end < name.length && !isBreak(name.charCodeAt(end))) end++
    const gender = genderOfWord(name, from, end)
    if (gender) return gender
    while (end < name.length && isBreak(name.charCodeAt(end))) end++
    from = end
  }
  return null
}

function genderOfWord(name: string, from: number, end: number): Gender | null {
  const isStopped = name.charCodeAt(end - 1) === STOP
  const word = knownAt(name, from, isStopped ? end - 1 : end)
  if (word && (!isStopped || STOPPED.holdsWord(word))) {
    if (HIS.holdsWord(word)) return 'he'
    if (HERS.holdsWord(word)) return 'she'
  }
  if ((name.charCodeAt(end - 1) | 32) !== SMALL_N || end - from < 8) return null
  const lower = name.slice(from, end).toLowerCase()
  if (HER_ROLES.some((role) => lower.endsWith(role))) return 'she'
  return HIS_ROLES.some((role) => lower.endsWith(role)) ? 'he' : null
}
const HER_ROLES = ['spokeswoman', 'congresswoman', 'chairwoman']
const HIS_ROLES = ['spokesman', 'congressman', 'chairman']

/** "Ann Lee, a judge" -> "Ann Lee": what stands before a comma or bracket. */
export function headOf(name: string): string {
  const comma = name.indexOf(',')
  const head = comma < 0 ? name : name.slice(0, comma)
  const bracket = head.indexOf(' (')
  return bracket < 0 ? head : head.slice(0, bracket)
}

/** "British Prime Minister Ann Lee" -> "Ann Lee": a role in lower case or a known one opens; what is left must be a name. */
export function shortName(name: string): string {
  const head = headOf(name)
  let first = 0
  let from = 0
  for (let space = head.indexOf(' '); space >= 0; space = head.indexOf(' ', from)) {
    const word = head.slice(from, space)
    const isPlain = word.charAt(0) === word.charAt(0).toLowerCase() && !PARTICLES.has(word)
    from = space + 1
    if (isPlain || ROLES.has(word.toLowerCase())) first = from
  }
  const rest = head.slice(first)
  return rest.length > 2 ? rest : name
}
const PARTICLES = wordSet('de da di del der van von den bin ibn al el la le du dos')

/** The roles that a phrase gives to the person it names. */
export function rolesIn(phrase: string): string[] {
  const roles: string[] = []
  for (let from = 0; from < phrase.length; from++) {
    let end = from
    while (isLetterCode(phrase.charCodeAt(end))) end++
    const word = end > from ? knownAt(phrase, from, end) : undefined
    if (word && ROLES.holdsWord(word)) roles.push(word.lower)
    from = end
  }
  return roles
}
