import { StanceTag } from '@/app/_parts/claim/tags'
import { Excerpt } from '@/app/_parts/record/excerpt'
import { DayText } from '@/app/_ui/days'
import { Notice } from '@/app/_ui/notice'
import type { EvidenceItem } from '@/lib/evidence/queries'
import { AddEvidenceForm, type ClaimedFigure, EditEvidenceForm, EditSourceForm } from './evidence-forms'
import { MoveForms, RemoveForm } from './evidence-moves'
import { Folded, Nothing } from './section'

type Props = {
  claimId: string
  evidence: EvidenceItem[]
  figures: ClaimedFigure[]
  mayEdit: boolean
  /** Why nothing can be changed at present, in words. */
  locked: string | null
  today: string
  zone: string
}

/** What the verdict rests on: each source with its excerpt, how it stands to the claim and why it counts. */
export function EvidencePart(props: Props) {
  const { evidence, mayEdit, locked } = props
  const canChange = mayEdit && locked === null
  return (
    <>
      {locked ? <Notice>{locked}</Notice> : null}
      <OneSided evidence={evidence} />
      {evidence.length === 0 ? <Nothing>No evidence yet.</Nothing> : null}
      <p role="status" className="sr-only">
        {evidence.length === 1 ? '1 piece of evidence' : `${evidence.length} pieces of evidence`}
      </p>
      <ol className="flex flex-col gap-6">
        {evidence.map((item, index) => (
          <li key={item.id} id={`evidence-${index + 1}`} className="flex flex-col gap-2">
            <EvidenceView item={item} number={index + 1} />
            {canChange ? <Changes item={item} index={index} {...props} /> : null}
          </li>
        ))}
      </ol>
      {canChange ? (
        <Folded key={evidence.length} label="Add evidence" open={evidence.length === 0}>
          <AddEvidenceForm claimId={props.claimId} figures={props.figures} today={props.today} />
        </Folded>
      ) : null}
    </>
  )
}

/** A reminder to look for what speaks on the other side. */
function OneSided({ evidence }: { evidence: EvidenceItem[] }) {
  const stances = new Set(evidence.map(({ stance }) => stance).filter((stance) => stance !== 'context'))
  if (evidence.length < 2 || stances.size !== 1) return null
  const [only] = stances
  const other = only === 'supports' ? 'against' : 'for'
  return <p className="text-13 text-ink-soft">All of it points one way. Was evidence {other} the claim looked for?</p>
}

function EvidenceView({ item, number }: { item: EvidenceItem; number: number }) {
  const { source, comparison } = item
  return (
    <>
      <Excerpt
        quote={item.excerpt}
        source={source.title}
        href={source.url ?? undefined}
        over={
          <span className="flex items-center gap-2">
            <span className="text-13 text-ink-soft tabular-nums">{number}</span>
            <StanceTag stance={item.stance} />
          </span>
        }
        meta={
          <span className="flex flex-wrap gap-x-3">
            {source.publisherName ? <span>{source.publisherName}</span> : null}
            {source.publishedOn ? <DayText day={source.publishedOn} /> : null}
            <span>{source.kind} source</span>
            <span>
              retrieved <DayText day={source.retrievedOn} />
            </span>
            {source.archiveUrl ? (
              <a href={source.archiveUrl} rel="external noopener">
                archive copy
              </a>
            ) : null}
          </span>
        }
      />
      {item.note ? <p className="pl-4.5">{item.note}</p> : null}
      {comparison ? (
        <p className="border-rule border-l-2 pl-4 text-13" data-comparison={comparison.outcome}>
          <span className="font-semibold">{COMPARED[comparison.outcome]} </span>
          {comparison.sentence} <span className="text-ink-soft">A suggestion; people decide.</span>
        </p>
      ) : item.found ? (
        <p className="pl-4.5 text-13 text-ink-soft">Figure found: {item.found.text}</p>
      ) : null}
    </>
  )
}

const COMPARED = { within: 'Fits.', outside: 'Does not fit.', unlike: 'Not compared.' }

function Changes({ item, index, evidence, figures, zone }: Props & { item: EvidenceItem; index: number }) {
  return (
    <div className="flex flex-col gap-1 pl-4.5">
      <MoveForms id={item.id} label={item.source.title} isFirst={index === 0} isLast={index === evidence.length - 1} />
      <Folded label="Edit">
        <div className="flex flex-col gap-6">
          <EditEvidenceForm item={item} figures={figures} zone={zone} />
          <Folded label="Edit the source">
            <EditSourceForm source={item.source} zone={zone} />
          </Folded>
          <Folded label="Remove this evidence">
            <RemoveForm id={item.id} />
          </Folded>
        </div>
      </Folded>
    </div>
  )
}
