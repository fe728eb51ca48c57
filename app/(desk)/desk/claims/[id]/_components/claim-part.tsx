import Link from 'next/link'
import { Excerpt } from '@/app/_parts/record/excerpt'
import { DayText } from '@/app/_ui/days'
import { Folded } from '@/app/_ui/folded'
import type { ClaimLinkView, ClaimSummary, LinkSuggestion } from '@/lib/claims/queries'
import type { ClaimStanding } from '@/lib/claims/queries/standing'
import { inQuotes } from '@/lib/core/quotes'
import type { WorkspaceClaim } from '@/lib/verdicts/queries/workspace'
import { AssigneePart } from './assignee-part'
import { HidePart } from './hide-part'
import { LinksPart } from './links-part'
import { QuantitiesForm } from './quantities-form'
import { type MergePreview, SamePart } from './same-part'
import { Nothing, Part } from './section'
import { SplitForm } from './split-form'
import { StatementForm, TopicsForm } from './statement-form'

export type ClaimPartProps = {
  claim: WorkspaceClaim
  mayEdit: boolean
  /** Whom it may be assigned to. */
  people: { id: string; name: string }[]
  viewerId: string | null
  speakers: { id: string; name: string }[]
  links: ClaimLinkView[]
  suggestions: LinkSuggestion[]
  /** Words looked for among the claims, and what was found. */
  find: string
  found: ClaimSummary[]
  standing: ClaimStanding
  /** The same for the claim that may be the same one. */
  same: { words: string; found: ClaimSummary[]; preview: MergePreview | null }
  zone: string
}

/** The claim itself: what it says, who said it, its figures, where it was said, what it is linked to. */
export function ClaimPart(props: ClaimPartProps) {
  const { claim, mayEdit, people, viewerId, speakers, standing, same, zone } = props
  return (
    <>
      <AssigneePart claim={claim} people={people} viewerId={viewerId} mayAssign={mayEdit} />
      <Part title="Short form">
        <p>{claim.shortForm}</p>
      </Part>
      {mayEdit && claim.firstPublishedAt === null ? (
        <Folded label="Edit statement, short form, kind, speaker">
          <StatementForm claim={claim} speakers={speakers} zone={zone} />
        </Folded>
      ) : null}
      {mayEdit && claim.firstPublishedAt !== null ? (
        <p className="text-13 text-ink-soft">{stayingWords(claim)}</p>
      ) : null}
      <Part title="Where it was said">
        <Occurrences claim={claim} />
        {mayEdit && claim.occurrences.length > 1 ? <Split claim={claim} refusal={standing.split} /> : null}
      </Part>
      <Part title="Figures">
        <Figures claim={claim} />
        {mayEdit ? (
          <Folded label={claim.quantities.length > 0 ? 'Edit the figures' : 'Add a figure'}>
            <QuantitiesForm
              key={claim.revision}
              claimId={claim.id}
              revision={claim.revision}
              quantities={claim.quantities}
            />
          </Folded>
        ) : null}
      </Part>
      <Part title="Topics">
        <p className={claim.topics.length > 0 ? undefined : 'text-ink-soft'}>
          {claim.topics.join(', ') || 'None yet.'}
        </p>
        {mayEdit ? (
          <Folded label="Edit the topics">
            <TopicsForm claimId={claim.id} topics={claim.topics} />
          </Folded>
        ) : null}
      </Part>
      <LinksPart {...props} />
      <SamePart claim={claim} absorbed={standing.absorbed} mayMerge={mayEdit} {...same} />
      {mayEdit ? <HidePart claimId={claim.id} refusal={standing.hide} /> : null}
    </>
  )
}

const stayingWords = ({ kind }: WorkspaceClaim): string =>
  kind === 'prediction'
    ? 'The prediction is opened, so statement, short form, kind and speaker stay as readers quote them.'
    : 'The claim is published, so statement, short form and kind stay as readers quote them. Who said it changes with a correction of the verdict.'

function Split({ claim, refusal }: { claim: WorkspaceClaim; refusal: string | null }) {
  if (refusal !== null) return <p className="text-13 text-ink-soft">To split it: {refusal}</p>
  const places = claim.occurrences.map(({ id, quote, article }) => ({
    ...{ id, quote },
    where: `${article.publisher.name}: ${article.title}`,
  }))
  return (
    <Folded label="Split some of them off into a claim of their own">
      <SplitForm claim={claim} places={places} />
    </Folded>
  )
}

function Figures({ claim }: { claim: WorkspaceClaim }) {
  if (claim.quantities.length === 0) return <Nothing>No figure to compare.</Nothing>
  return (
    <ul className="flex flex-col gap-1">
      {claim.quantities.map((quantity) => (
        <li key={quantity.id} className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium tabular-nums">{quantity.text}</span>
          <span className="text-13 text-ink-soft">
            {[quantity.unit, quantity.modifier === 'exact' ? '' : quantity.modifier.replace('_', ' '), quantity.countOf]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {quantity.asOfOn ? (
            <span className="text-13 text-ink-soft">
              as of <DayText day={quantity.asOfOn} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Occurrences({ claim: { occurrences } }: { claim: WorkspaceClaim }) {
  if (occurrences.length === 0) return <Nothing>No article is linked to this claim any more.</Nothing>
  return (
    <ul className="flex flex-col gap-5">
      {occurrences.map(({ id, candidateId, quote, article, ...said }) => (
        <li key={id}>
          <Excerpt
            quote={quote}
            source={
              <Link href={`/desk/articles/${article.id}#mark-${candidateId ?? id}`}>
                {article.publisher.name}: {article.title}
              </Link>
            }
            meta={
              <span className="flex flex-wrap gap-x-3">
                {article.publishedOn ? <DayText day={article.publishedOn} /> : <span>day not known</span>}
                <span>{saidWords(said)}</span>
                {article.hiddenAt ? <span>article hidden: not shown to readers</span> : null}
              </span>
            }
          />
        </li>
      ))}
    </ul>
  )
}

type Said = Pick<WorkspaceClaim['occurrences'][number], 'speakerText' | 'relayText' | 'isOwnVoice' | 'certaintyWords'>
const saidWords = ({ speakerText, relayText, isOwnVoice, certaintyWords }: Said): string =>
  [
    isOwnVoice ? 'in its own voice' : (speakerText ?? 'speaker not stated'),
    relayText && `via ${relayText}`,
    certaintyWords && inQuotes(certaintyWords),
  ]
    .filter(Boolean)
    .join(', ')
