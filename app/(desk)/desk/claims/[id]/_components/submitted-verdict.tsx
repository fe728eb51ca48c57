import { Seal } from '@/app/_parts/seal/seal'
import { DayText } from '@/app/_ui/days'
import { type Definition, DefinitionList } from '@/app/_ui/page-parts'
import { ratingOf } from '@/lib/settings/rules'
import type { RatingScale } from '@/lib/settings/schema'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import { REMARK_FIELDS, type RemarkField } from '@/lib/verdicts/rules/remark-fields'
import { AnnotatedRationale, AnnotatedText } from './annotated-text'
import { LEVEL_WORDS } from './level-words'
import { marksOf, type NumberedRemark, REMARK_FIELD_WORDS } from './remark-words'
import { Remarks } from './remarks'
import { requestWords } from './verdict-texts'

const ITSELF = 'the publisher itself'
/** Fields whose remarks stand below the facts. */
const REST = REMARK_FIELDS.filter(
  (field) => !['rating', 'summary', 'rationale', 'correctionLevel', 'correctionNote'].includes(field),
)

/** What a version says, to be read before it is decided on. */
export function SubmittedVerdict({
  version: { content, newSpeaker, subject, revision },
  scale,
  speakerName,
  remarks,
  zone,
}: {
  version: OpenVersionView
  scale: RatingScale
  /** Whom the claim names now; null where the publisher speaks itself. */
  speakerName: string | null
  remarks: readonly NumberedRemark[]
  zone: string
}) {
  const on = (...fields: RemarkField[]) => (
    <Remarks
      remarks={remarks.filter(({ field }) => fields.includes(field))}
      revision={revision}
      zone={zone}
      label={`Remarks: ${fields.map((field) => REMARK_FIELD_WORDS[field]).join(', ')}`}
    />
  )
  const rating = ratingOf(scale, content.rating)
  const { correctionLevel: level, correctionNote } = content
  const facts: Definition[] = [
    ...(content.newSpeaker
      ? [{ term: 'New speaker', value: `${newSpeaker?.name ?? ITSELF}, instead of ${speakerName ?? ITSELF}` }]
      : []),
    { term: 'Asked for comment', value: commentWords(content) },
    ...(content.searchDescription ? [{ term: 'Searched', value: content.searchDescription }] : []),
    { term: 'As of', value: content.asOfOn ? <DayText day={content.asOfOn} /> : 'not given' },
    ...(content.recheckOn ? [{ term: 'Check again', value: <DayText day={content.recheckOn} /> }] : []),
  ]
  return (
    <article aria-label="What it says" className="flex flex-col gap-4 border-rule border-y py-4">
      {level ? (
        <p className="border-rating-half border-l-4 pl-3">
          <span className="font-semibold">{LEVEL_WORDS[level]}.</span> {correctionNote}
        </p>
      ) : null}
      {on('correctionLevel', 'correctionNote')}
      <p className="flex items-center gap-3 font-semibold text-21">
        {rating ? <Seal rating={rating} size={48} /> : null}
        {rating?.label ?? 'No rating yet'}
      </p>
      {on('rating')}
      {content.summary ? (
        <AnnotatedText
          field="summary"
          text={content.summary}
          marks={marksOf(remarks, 'summary')}
          className="whitespace-pre-wrap font-serif text-17"
        />
      ) : (
        <p className="text-ink-soft">No summary yet.</p>
      )}
      {on('summary')}
      {content.rationale ? (
        <AnnotatedRationale
          field="rationale"
          text={content.rationale}
          marks={marksOf(remarks, 'rationale')}
          evidenceIds={subject.evidence.map(({ id }) => id)}
        />
      ) : (
        <p className="text-ink-soft">No rationale yet.</p>
      )}
      {on('rationale')}
      <DefinitionList items={facts} />
      {on(...REST)}
    </article>
  )
}

function commentWords({ wasCommentAsked, commentRequests, noCommentReason }: OpenVersionView['content']) {
  if (wasCommentAsked === null) return 'not said yet'
  if (!wasCommentAsked) return `No. ${noCommentReason ?? ''}`
  return (
    <ul className="flex flex-col gap-1">
      {commentRequests.map((request) => (
        <li key={JSON.stringify(request)}>{requestWords(request)}</li>
      ))}
    </ul>
  )
}
