import Link from 'next/link'
import { StanceTag } from '@/app/_parts/claim/tags'
import { CheckBadge } from '@/app/_parts/evidence/check-badge'
import { Excerpt } from '@/app/_parts/record/excerpt'
import { DayText } from '@/app/_ui/days'
import { Folded } from '@/app/_ui/folded'
import { Notice } from '@/app/_ui/notice'
import { dayInZone } from '@/lib/core/days'
import type { EvidenceItem } from '@/lib/evidence/queries'
import type { EvidenceBadge } from '@/lib/evidence/queries/badges'
import type { ClaimedFigure } from './comparison-preview'
import { ComparisonView } from './comparison-view'
import { EditEvidenceForm, EditSourceForm } from './evidence-forms'
import { MoveForms, RemoveForm } from './evidence-moves'
import { EvidenceOrder } from './evidence-order'
import { GatherForm } from './gather-form'
import { Nothing } from './section'

type Props = {
  claimId: string
  evidence: EvidenceItem[]
  /** What is known of each excerpt, by the evidence's id. */
  badges: Map<string, EvidenceBadge>
  figures: ClaimedFigure[]
  mayEdit: boolean
  /** Why nothing can be changed at present, in words. */
  locked: string | null
  today: string
  zone: string
}

/** What the verdict rests on: each source with its excerpt, how it stands to the claim and why it counts. */
export function EvidencePart(props: Props) {
  const { claimId, evidence, mayEdit, locked } = props
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
            <EvidenceView item={item} number={index + 1} badge={props.badges.get(item.id)} zone={props.zone} />
            {canChange ? <Changes item={item} index={index} {...props} /> : null}
          </li>
        ))}
      </ol>
      {canChange && evidence.length > 1 ? (
        <Folded label="Change the order">
          <EvidenceOrder
            claimId={claimId}
            items={evidence.map(({ id, source, stance }) => ({ id, title: source.title, stance }))}
          />
        </Folded>
      ) : null}
      {canChange ? (
        <Folded key={evidence.length} label="Add evidence" open={evidence.length === 0}>
          <GatherForm claimId={claimId} figures={props.figures} today={props.today} />
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
  return (
    <p className="border-rating-half border-l-2 pl-3 text-13" data-needed={other}>
      <span className="font-semibold">Needed: evidence {other} the claim.</span>{' '}
      <span className="text-ink-soft">All of it points one way. Was the other side looked for?</span>
    </p>
  )
}

type ViewProps = { item: EvidenceItem; number: number; badge: EvidenceBadge | undefined; zone: string }

function EvidenceView({ item, number, badge, zone }: ViewProps) {
  const { source, comparison, found, claimed } = item
  return (
    <>
      <Excerpt
        quote={item.excerpt}
        source={source.title}
        href={source.url ?? undefined}
        over={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="text-13 text-ink-soft tabular-nums">{number}</span>
            <StanceTag stance={item.stance} />
            {badge ? (
              <span className="ml-auto">
                <CheckBadge state={badge.state} day={badge.at && dayInZone(badge.at, zone)} why={badge.why} />
              </span>
            ) : null}
          </span>
        }
        meta={<Meta source={source} badge={badge} />}
      />
      {badge?.alert && badge.state !== 'unreachable' ? (
        <p className="pl-4.5 text-13">
          The source changed after it was cited.{' '}
          <Link href={`/desk/sources/${source.id}`}>See what changed, word by word</Link>
        </p>
      ) : null}
      {item.note ? <p className="pl-4.5">{item.note}</p> : null}
      {comparison && found && claimed ? (
        <ComparisonView claimed={claimed} found={found} comparison={comparison} />
      ) : found ? (
        <p className="pl-4.5 text-13 text-ink-soft">Figure found: {found.text}</p>
      ) : null}
    </>
  )
}

function Meta({ source, badge }: { source: EvidenceItem['source']; badge: EvidenceBadge | undefined }) {
  const archive = source.archiveUrl ?? badge?.archivedUrl
  const kept = badge?.hasCopy ? 'copy' : 'record'
  return (
    <span className="flex flex-wrap gap-x-3">
      {source.publisherName ? <span>{source.publisherName}</span> : null}
      {source.publishedOn ? <DayText day={source.publishedOn} /> : null}
      <span>{source.kind} source</span>
      <span>
        retrieved <DayText day={source.retrievedOn} />
      </span>
      {archive ? (
        <a href={archive} rel="external noopener">
          archive copy
        </a>
      ) : null}
      <Link href={`/desk/sources/${source.id}`} aria-label={`The desk’s ${kept} of ${source.title}`}>
        the desk’s {kept}
      </Link>
    </span>
  )
}

function Changes({ item, index, evidence, badges, figures, zone }: Props & { item: EvidenceItem; index: number }) {
  return (
    <div className="flex flex-col gap-1 pl-4.5">
      <MoveForms id={item.id} label={item.source.title} isFirst={index === 0} isLast={index === evidence.length - 1} />
      <Folded label="Edit">
        <div className="flex flex-col gap-6">
          <EditEvidenceForm item={item} copyId={badges.get(item.id)?.copyId ?? null} figures={figures} zone={zone} />
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
