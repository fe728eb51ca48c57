import type { Span } from '@/lib/core/text'
import type { FoundAttribution } from './cues'
import type { Reading } from './passages'
import type { References } from './references'
import { at, firstTokenFrom } from './tokens'
import { wordSet } from './words'

/** Who first said it and who passed it on, where a sentence names both; `told` is the attribution that holds the words. */
export type Chain = { origin: Span; relay: Span; told: FoundAttribution }

const MEDIA = wordSet(`
  reuters ap afp bbc cnn nbc abc cbs npr bloomberg xinhua kyodo tass interfax dpa ansa yonhap nikkei cnbc msnbc politico axios
  post times journal news newspaper newspapers daily weekly herald tribune guardian telegraph agency broadcaster magazine outlet outlets
  television radio tv network gazette chronicle observer press media website portal mail mirror standard sun globe
`)

/** A newspaper, an agency, a station: it tells what others said. */
function isMedia({ tokens }: Reading, { start, end }: Span): boolean {
  for (let k = firstTokenFrom(tokens, start); at(tokens, k).start >= 0 && at(tokens, k).start < end; k++)
    if (MEDIA.holds(at(tokens, k))) return true
  return false
}

/** "The Post reported that two officials said …", "Citing two officials, the Post reported …". */
export function chainOf(
  reading: Reading,
  attributions: readonly FoundAttribution[],
  outer: FoundAttribution,
): Chain | null {
  const relay = outer.speaker
  if (!relay || !isMedia(reading, relay)) return null
  const cited = attributions.find(({ cue }) => CITING.holds(at(reading.tokens, cue.first)))
  if (cited && cited !== outer && !isMedia(reading, cited.content))
    return { origin: upToComma(reading, cited.content), relay, told: outer }
  const first = firstTokenFrom(reading.tokens, outer.content.start)
  for (const inner of attributions) {
    const { speaker } = inner
    if (inner === outer || !inner.isAssertion || inner.order !== outer.order || !speaker) continue
    const isInner =
      outer.order === 'behind'
        ? Math.abs(firstTokenFrom(reading.tokens, speaker.start) - first) <= 1
        : outer.order === 'before' && inner.cue.first < outer.cue.first
    if (isInner && !isMedia(reading, speaker)) return { origin: speaker, relay, told: inner }
  }
  return null
}
/** "citing two divers, reported …": who is cited ends at the comma. */
function upToComma({ tokens }: Reading, { start, end }: Span): Span {
  for (let k = firstTokenFrom(tokens, start); at(tokens, k).start >= 0 && at(tokens, k).start < end; k++)
    if (at(tokens, k).text === ',') return { start, end: at(tokens, k - 1).end }
  return { start, end }
}

const CITING = wordSet('citing quoting')

/** "…, he said, the Times reported" and "according to sources cited by Reuters": who passed it on. */
export function relayOf(
  { text }: Reading,
  attributions: readonly FoundAttribution[],
  outer: FoundAttribution,
  references: References,
): string | null {
  const cited = outer.speaker
    ? /(?:cited|quoted) by (.+)$/.exec(text.slice(outer.speaker.start, outer.speaker.end))
    : null
  if (cited?.[1]) return cited[1]
  const other = attributions.find(
    (one) =>
      one !== outer && one.isAssertion && one.order === 'before' && one.speaker && one.cue.first > outer.cue.first,
  )
  return other?.speaker ? references.nameOf(other.speaker) : null
}
