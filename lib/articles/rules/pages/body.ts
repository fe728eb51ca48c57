import { foldKey } from '@/lib/core/text'
import { datesIn, withoutDates } from '../cleaning-dates'
import { type Block, isProse, linkShare, weightOf } from './blocks'
import { furnitureReason, isInvitation } from './furniture'
import type { PartReason } from './names'
import type { PlacedBlock } from './region'
import { isWithin, type Tag } from './tree'

/** Why a block is no part of the body. */
export type CutReason =
  | PartReason
  | 'title'
  | 'links'
  | 'heading without text'
  | 'before the article'
  | 'after the article'

export type JudgedBlock = PlacedBlock & { cut: CutReason | null }

const HEADING = /^h[1-6]$/
/** Below every heading. */
const TEXT = 7

export type Named = { title: string | null; author: string | null }

/** Judges every block within the region: body, or not and why. `named`: the title and author, which are no part of it. */
export function judgeBlocks(blocks: readonly PlacedBlock[], region: Tag, named: Named): JudgedBlock[] {
  const within = blocks.filter((block) => isWithin(block.tag, region))
  const lists = linkLists(within)
  const judged = within.map((block) => ({ ...block, cut: reasonFor(block, lists, named.title) }))
  trimStart(judged)
  trimEnd(judged, named.author)
  leaveHomeOnly(judged)
  dropLooseHeadings(judged)
  return judged
}

function reasonFor(block: PlacedBlock, lists: ReadonlySet<Tag>, title: string | null): CutReason | null {
  if (block.aside) return block.aside
  if (title !== null && block.text.length < 400 && foldKey(block.text) === foldKey(title)) return 'title'
  const furniture = furnitureReason(block)
  if (furniture) return furniture
  const list = enclosing(block.tag, LIST)
  if (list && lists.has(list)) return 'links'
  return isLinkLine(block) ? 'links' : null
}

const LIST = new Set(['ul', 'ol', 'dl'])

function enclosing(tag: Tag, names: ReadonlySet<string>): Tag | null {
  for (let at: Tag | null = tag; at; at = at.parent) if (names.has(at.name)) return at
  return null
}

/** A line that is nothing but a link leads elsewhere, unless it is a heading or a long sentence that is cited whole. */
const isLinkLine = (block: Block): boolean =>
  !HEADING.test(block.tag.name) &&
  linkShare(block) > 0.8 &&
  !(block.links === 1 && block.text.length > 110 && /[.!?]["'”’]?$/.test(block.text))

/** Lists most of whose text is links. */
function linkLists(blocks: readonly PlacedBlock[]): Set<Tag> {
  const sums = new Map<Tag, { linked: number; all: number }>()
  for (const block of blocks) {
    const list = enclosing(block.tag, LIST)
    if (!list) continue
    const sum = sums.get(list) ?? { linked: 0, all: 0 }
    sum.linked += block.linked
    sum.all += block.text.length
    sums.set(list, sum)
  }
  return new Set([...sums].filter(([, { linked, all }]) => linked > 0.6 * all).map(([list]) => list))
}

/** Before the first running text: bylines and dates go, and what is neither a heading nor a paragraph. */
function trimStart(judged: JudgedBlock[]): void {
  const first = judged.findIndex((block) => block.cut === null && isProse(block) && !isCredit(block))
  for (const block of judged.slice(0, Math.max(first, 0))) {
    if (block.cut !== null) continue
    if (isCredit(block)) block.cut = 'about the article'
    else if (!isOpening(block)) block.cut = 'before the article'
  }
}

/** A line with the day, or with who wrote it. */
const isCredit = ({ text }: Block): boolean =>
  text.length < 200 &&
  (/^(?:(?:written|posted|reported|published|words?|story|text) )?by:? \p{L}[\p{L} .,'’&|-]{2,80}$/iu.test(text) ||
    (datesIn(text).some((date) => date.year !== null) && withoutDates(text).length < 60 && !/[.!?]$/.test(text)))

/** After the last running text only what is in its own list or table, or in a paragraph beside it, belongs to it. */
function trimEnd(judged: JudgedBlock[], author: string | null): void {
  const kept = judged.filter((block) => block.cut === null)
  const half = kept.length / 2
  for (let i = kept.length - 1; i > half; i--) {
    const block = kept[i]
    if (!block || !(isInvitation(block) || isAboutAuthor(block, author))) break
    block.cut = isInvitation(block) ? 'newsletter or promotion' : 'author box'
  }
  const last = judged.findLastIndex((block) => block.cut === null && isProse(block))
  if (last < 0) return
  for (const block of judged.slice(last + 1))
    if (block.cut === null && !isEnding(block)) block.cut = 'after the article'
}

/** "Ines Falk is a reporter in Harrow Bay": the author's name, then who that is. */
function isAboutAuthor({ text }: Block, author: string | null): boolean {
  const name = author?.split(', ')[0] ?? ''
  if (name.length < 4 || text.length > 700) return false
  const first = name.split(' ')[0] ?? ''
  const isName = foldKey(text) === foldKey(name) || foldKey(text) === foldKey(`About ${name}`)
  return (
    isName ||
    (first.length > 2 &&
      (text.startsWith(`${name} `) || text.startsWith(`${first} `)) &&
      /^\S+(?: \S+){0,4}? (?:is|was|has|covers|writes|joined)\b/.test(text))
  )
}

/** An element that holds this share of the running text side by side is the article's home. */
const HOME = 0.7

/** After the last paragraph of the article's home, running text elsewhere is another box: offers, notes on the paper. */
function leaveHomeOnly(judged: JudgedBlock[]): void {
  const prose = judged.filter((block) => block.cut === null && isProse(block))
  const sums = new Map<Tag | null, number>()
  let all = 0
  for (const { tag, text } of prose) {
    const around = tag.parent && LIST.has(tag.parent.name) ? tag.parent.parent : tag.parent
    sums.set(around, (sums.get(around) ?? 0) + text.length)
    all += text.length
  }
  const [home, sum = 0] = [...sums].sort(([, a], [, b]) => b - a)[0] ?? []
  if (!home || sum < HOME * all) return
  const last = judged.findLastIndex((block) => block.cut === null && isProse(block) && isWithin(block.tag, home))
  for (const block of judged.slice(last + 1))
    if (block.cut === null && !isWithin(block.tag, home)) block.cut = 'after the article'
}

const DATA = new Set(['li', 'td', 'th', 'tr', 'dd', 'dt', 'pre', 'blockquote'])

const isOpening = (block: Block): boolean =>
  HEADING.test(block.tag.name)
    ? block.tag.name !== 'h1'
    : (block.tag.name === 'p' && weightOf(block.text) >= 25 && linkShare(block) < 0.6) || DATA.has(block.tag.name)

const isEnding = (block: Block): boolean =>
  (block.tag.name === 'p' || DATA.has(block.tag.name) || block.tag.name === 'div') && linkShare(block) < 0.5

/** A heading counts when text follows before the next heading of its rank or a higher one. */
function dropLooseHeadings(judged: JudgedBlock[]): void {
  let next = 0
  for (const block of [...judged].reverse()) {
    if (block.cut !== null) continue
    const rank = HEADING.test(block.tag.name) ? Number(block.tag.name[1]) : TEXT
    if (rank < TEXT && rank >= next) block.cut = 'heading without text'
    else next = rank
  }
}
