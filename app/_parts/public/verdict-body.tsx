import { formatDay } from '@/lib/core/windows'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { Rationale } from '../rationale/rationale'
import { EvidenceList } from './evidence-list'
import { Section } from './section'

/** What a verdict rests on: rationale, evidence or the search that found none, and whether the speaker was asked. */
export function VerdictBody({ verdict }: { verdict: FrozenVerdict }) {
  const { rationale, evidence, searchDescription, comment, speaker } = verdict
  return (
    <>
      <Section id="why" title="Why">
        <Rationale markdown={rationale} className="max-w-[66ch]" />
      </Section>
      {evidence.length > 0 ? (
        <Section id="evidence" title="The evidence">
          <EvidenceList evidence={evidence} />
        </Section>
      ) : null}
      {searchDescription ? (
        <Section id="search" title="What was searched">
          <p className="max-w-[66ch] font-serif text-17">{searchDescription}</p>
        </Section>
      ) : null}
      <Section id="comment" title="Asked for comment">
        <Comment comment={comment} asked={speaker && speaker.kind !== 'unnamed' ? speaker.name : 'The source'} />
      </Section>
    </>
  )
}

function Comment({ comment, asked }: { comment: FrozenVerdict['comment']; asked: string }) {
  if (!comment.wasAsked)
    return <p className="max-w-[66ch] font-serif text-17">Nobody was asked. {comment.reasonNotAsked}</p>
  const when = comment.askedOn ? ` on ${formatDay(comment.askedOn)}` : ''
  return (
    <p className="max-w-[66ch] font-serif text-17">
      {`${asked} was asked${when}. `}
      {comment.answer ? comment.answer : 'There was no answer before publication.'}
    </p>
  )
}
