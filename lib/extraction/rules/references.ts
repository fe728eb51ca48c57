import type { Span } from '@/lib/core/text'
import type { FoundAttribution } from './cues'
import type { Passage, Reading } from './passages'
import { finiteIn } from './phrases'
import { subjectBefore } from './speakers'
import { at, isCapitalized } from './tokens'

/** Who is meant: pronouns in attributions are resolved to the last fitting name; everything else stays as written. */
export class References {
  private person: string | null = null
  private group: string | null = null

  constructor(private readonly reading: Reading) {}

  /** The speaker's name for a claim: titles and appositions kept as written, pronouns resolved where the text makes it plain. */
  nameOf(speaker: Span): string {
    const name = this.reading.text.slice(speaker.start, speaker.end).replace(/\s+/g, ' ')
    const lower = name.toLowerCase()
    if (lower === 'he' || lower === 'she') return this.person ?? name
    if (lower === 'they') return this.group ?? name
    if (lower === 'it') return this.group ?? name
    return bareName(name)
  }

  /** Of "…, saying that": the participle's speaker is that of the cue before it. */
  nameIn(one: FoundAttribution, outer: FoundAttribution): string | null {
    const speaker = one.cue.first > outer.cue.first && outer.speaker ? outer.speaker : one.speaker
    return speaker ? this.nameOf(speaker) : null
  }

  /** Learns who was named, after a sentence was read. */
  learn(passage: Passage, attributions: readonly FoundAttribution[]): void {
    const { tokens, text } = this.reading
    for (const { speaker, isAssertion } of attributions) {
      if (!speaker || !isAssertion) continue
      const name = bareName(text.slice(speaker.start, speaker.end).replace(/\s+/g, ' '))
      if (/^(?:he|she|it|they|we|i)$/i.test(name)) continue
      if (isGroup(name)) this.group = name
      else if (!/^(?:The|A|An|One|Some)\b/i.test(name)) this.person = name
    }
    if (attributions.some(({ isAssertion }) => isAssertion)) return
    const verb = finiteIn(tokens, passage.first, passage.last)
    const subject = verb < 0 ? null : subjectBefore(this.reading, passage, verb)
    const name =
      subject && isCapitalized(at(tokens, subject.lastToken))
        ? bareName(text.slice(subject.span.start, subject.span.end))
        : ''
    const isPlainName = name !== '' && name.length < 60 && !/^(?:He|She|It|They|The|We|I|This|That|A|An)\b/.test(name)
    this.person = (isPlainName ? name : ownerIn(this.reading, passage)) ?? this.person
  }
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
const bareName = (name: string): string => name.replace(TITLES, '').trim()

const isGroup = (name: string): boolean =>
  /s$|sources|officials|media|government|ministry|police|people|company|agency|newspaper|daily|house/i.test(
    name.split(',')[0] ?? name,
  )
