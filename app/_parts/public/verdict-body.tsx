import { formatDay } from '@/lib/core/windows'
import { COMMENT_WAY_WORDS } from '@/lib/verdicts/present/comment-ways'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import type { CommentWay } from '@/lib/verdicts/schema/comments'
import { Rationale } from '../rationale/rationale'
import { EvidenceList } from './evidence-list'
import { Section } from './section'

type Body = Pick<FrozenVerdict, 'rationale' | 'evidence' | 'searchDescription' | 'comment' | 'speaker'>

/** What a verdict rests on: rationale, evidence or the search that found none, and whether the speaker was asked. */
export function VerdictBody({
  verdict,
  anchorPrefix = '',
}: {
  verdict: Body
  /** Begins the ids of its parts, where it is not the page's only verdict. */
  anchorPrefix?: string
}) {
  const { rationale, evidence, searchDescription, comment, speaker } = verdict
  return (
    <>
      <Section id={`${anchorPrefix}why`} title="Why">
        <Rationale
          markdown={rationale}
          evidenceIds={evidence.map(({ id }) => id)}
          anchorPrefix={anchorPrefix}
          className="max-w-[66ch]"
        />
      </Section>
      {evidence.length > 0 ? (
        <Section id={`${anchorPrefix}evidence`} title="The evidence">
          <EvidenceList evidence={evidence} anchorPrefix={anchorPrefix} />
        </Section>
      ) : null}
      {searchDescription ? (
        <Section id={`${anchorPrefix}search`} title="What was searched">
          <p className="max-w-[66ch] font-serif text-17">{searchDescription}</p>
        </Section>
      ) : null}
      <Section id={`${anchorPrefix}comment`} title="Asked for comment">
        <Comment comment={comment} asked={speaker && speaker.kind !== 'unnamed' ? speaker.name : 'The source'} />
      </Section>
    </>
  )
}

function Comment({ comment, asked }: { comment: FrozenVerdict['comment']; asked: string }) {
  if (!comment.wasAsked)
    return <p className="max-w-[66ch] font-serif text-17">Nobody was asked. {comment.reasonNotAsked}</p>
  if (comment.requests.length > 0) {
    return (
      <ul className="flex max-w-[66ch] flex-col gap-4 font-serif text-17">
        {comment.requests.map((request) => (
          <li key={JSON.stringify(request)}>
            {`${request.whom || asked} was asked${onDay(request.askedOn)}${wayOf(request.way)}. ${request.answer ?? ''}`}
          </li>
        ))}
      </ul>
    )
  }
  const when = onDay(comment.askedOn)
  return (
    <p className="max-w-[66ch] font-serif text-17">
      {`${asked} was asked${when}. `}
      {comment.answer ? comment.answer : 'There was no answer before publication.'}
    </p>
  )
}

const onDay = (day: string | null): string => (day ? ` on ${formatDay(day)}` : '')
const wayOf = (way: CommentWay | null): string => {
  const words = way === null ? '' : COMMENT_WAY_WORDS[way]
  return words === '' ? '' : ` ${words}`
}
