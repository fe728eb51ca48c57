import type { Span } from '@/lib/core/text'
import type { Window } from '@/lib/core/windows'
import { durationBefore } from './durations'
import { happeningOf } from './happenings'
import { WordMap } from './lexicon'
import { isFiniteVerb } from './phrases'
import type { FoundTime } from './readings'
import { at, isCapitalized, isDash, type Token } from './tokens'
import { verbOf } from './verbs'
import { PREPOSITIONS, wordSet } from './words'

/** What an article dates itself, so that "before the summit" and "10 days before the fire" can be told from it. */
type Dated = { names: readonly string[]; window: Window }

/** An article that dates more happenings of one kind is read as dating none: which is meant cannot be told. */
const MOST = 8

/** A happening as it is referred to: which, and up to which token. */
type Named = { kind: string; names: readonly string[]; end: number }

export type Anchor = { window: Window | null; side: 'before' | 'after' | 'at'; span: Span }

/** How far a date reaches to its happening, and a preposition to its noun, in tokens. */
const REACH_LEFT = 14
const REACH_RIGHT = 5
const REACH_NOUN = 8

const SIDES = new WordMap<Anchor['side']>([
  ['before', 'before'],
  ['ahead', 'before'],
  ['prior', 'before'],
  ['during', 'at'],
  ['at', 'at'],
  ['after', 'after'],
  ['following', 'after'],
])
const SIDE_WORDS = wordSet([...SIDES.keys()].join(' '))
const DEFINITE = wordSet("the this that upcoming 's")
/** Verbs that only say that something takes place, so that its date may stand behind them. */
const HAPPENS = wordSet(
  'be hold host take begin start open schedule set expect plan run fall come occur happen break hit kick attend convene',
)

const isInside = (inner: Window, outer: Window): boolean => inner.from >= outer.from && inner.to <= outer.to

export class Anchors {
  private dated: ReadonlyMap<string, Dated[]> | null = null

  constructor(
    private readonly tokens: readonly Token[],
    private readonly times: readonly FoundTime[],
  ) {}

  /** The first happening that tokens [first, last) are set before, at or after; its window null when the article gives none. */
  in(first: number, last: number): Anchor | null {
    const { tokens } = this
    for (let k = first; k < last; k++) {
      if (!SIDE_WORDS.holds(at(tokens, k))) continue
      const side = SIDES.of(at(tokens, k))
      const from = k + (at(tokens, k + 1).lower === 'of' || at(tokens, k + 1).lower === 'to' ? 2 : 1)
      const named = side ? this.namedAt(from, last) : null
      if (!side || !named || !this.isDefinite(from, named)) continue
      const window = this.windowOf(named)
      if (side === 'at' && window === null) continue
      return { window, side, span: { start: at(tokens, k).start, end: at(tokens, named.end - 1).end } }
    }
    return null
  }

  /** The happening named within a few tokens from `from`, before a mark or another preposition. */
  namedAt(from: number, last: number): Named | null {
    const { tokens } = this
    const names: string[] = []
    let found: Named | null = null
    for (let k = from; k < Math.min(last, from + REACH_NOUN); k++) {
      const token = at(tokens, k)
      if (token.kind === 'mark' && !isDash(token)) break
      if (k > from && PREPOSITIONS.holds(token)) break
      const kind = happeningOf(token)
      if (kind) found = { kind, names: [...names], end: k + 1 }
      else if (found) break
      if (isCapitalized(token)) names.push(token.lower)
    }
    return found
  }

  /** The happening that tokens [first, last) name as one that is known: "the ceremony", "the Lund summit". */
  definiteAt(first: number, last: number): Named | null {
    return DEFINITE.holds(at(this.tokens, first)) ? this.namedAt(first, last) : null
  }

  /** The one window that the article gives such a happening, or the day inside its month; null for none and for several. */
  windowOf({ kind, names }: Pick<Named, 'kind' | 'names'>): Window | null {
    this.dated ??= this.findDated()
    const same = this.dated.get(kind) ?? []
    if (same.length >= MOST) return null
    const byName = names.length > 0 ? same.filter((one) => one.names.some((name) => names.includes(name))) : []
    const fits = byName.length > 0 ? byName : same.filter((one) => names.length === 0 || one.names.length === 0)
    const [first, ...others] = fits
    if (!first) return null
    const { window } = others.reduce((least, one) => (isInside(one.window, least.window) ? one : least), first)
    return fits.every((one) => isInside(window, one.window)) ? window : null
  }

  private isDefinite(from: number, { names, end }: Named): boolean {
    if (names.length > 0) return true
    for (let k = from; k < end - 1; k++) if (DEFINITE.holds(at(this.tokens, k))) return true
    return false
  }

  private findDated(): ReadonlyMap<string, Dated[]> {
    const found = new Map<string, Dated[]>()
    let previous = 0
    for (const time of this.times) {
      const window = { from: time.from, to: time.to }
      if (time.grain !== 'year' && time.grain !== 'decade' && time.isDate) {
        const named = this.namedBy(time) ?? this.leftOf(time, previous)
        const visit = named ? durationBefore(this.tokens, Math.max(0, time.first - REACH_LEFT), time) : null
        const list = named ? (found.get(named.kind) ?? []) : []
        if (named && list.length < MOST)
          found.set(named.kind, [
            ...list,
            { names: named.names, window: visit ? { from: time.from, to: visit.to } : window },
          ])
      }
      previous = time.last
    }
    return found
  }

  /** "Election Day" names its happening itself, "Friday's vote" and "the May 8 hearing" behind the day. */
  private namedBy({ first, last }: FoundTime): Named | null {
    const kind = happeningOf(at(this.tokens, first))
    if (kind) return { kind, names: [], end: last }
    return this.namedAt(last + (at(this.tokens, last).lower === "'s" ? 1 : 0), last + REACH_RIGHT)
  }

  /** "the summit in Lund on Friday", "was killed on Oct. 23": the nearest happening to the left, over verbs that only date it. */
  private leftOf(time: FoundTime, previous: number): Pick<Named, 'kind' | 'names'> | null {
    const { tokens } = this
    let opening: Pick<Named, 'kind' | 'names'> | null = null
    for (let k = time.first - 1; k >= Math.max(previous, time.first - REACH_LEFT); k--) {
      const token = at(tokens, k)
      if (token.text === ';' || token.text === '.' || token.text === '?' || token.text === '!') return opening
      const kind = happeningOf(token)
      // "the summit, which opens on March 3": what opens is dated rather than the opening
      if (kind === 'opening' && verbOf(token) && isFiniteVerb(tokens, k)) {
        opening = { kind, names: [] }
        continue
      }
      if (kind) return { kind, names: this.namesBefore(k) }
      if (isFiniteVerb(tokens, k) && verbOf(token) && !HAPPENS.hasBase(verbOf(token))) return opening
    }
    return opening
  }

  private namesBefore(k: number): string[] {
    const names: string[] = []
    for (let j = k - 1; j >= 0 && j > k - 6; j--) {
      const token = at(this.tokens, j)
      if (token.kind !== 'word' || PREPOSITIONS.holds(token)) break
      if (isCapitalized(token)) names.push(token.lower)
    }
    return names
  }
}
