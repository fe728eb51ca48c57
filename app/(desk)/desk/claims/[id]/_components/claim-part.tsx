import Link from 'next/link'
import { Excerpt } from '@/app/_parts/record/excerpt'
import { DayText } from '@/app/_ui/days'
import { EmptyState } from '@/app/_ui/page-parts'
import type { ClaimLinkView, ClaimSummary, LinkSuggestion } from '@/lib/claims/queries'
import type { WorkspaceClaim } from '@/lib/verdicts/queries/workspace'
import { LinksPart } from './links-part'
import { QuantitiesForm } from './quantities-form'
import { Folded, Part } from './section'
import { StatementForm, TopicsForm } from './statement-form'

export type ClaimPartProps = {
  claim: WorkspaceClaim
  mayEdit: boolean
  speakers: { id: string; name: string }[]
  links: ClaimLinkView[]
  suggestions: LinkSuggestion[]
  /** Words looked for among the claims, and what was found. */
  find: string
  found: ClaimSummary[]
  zone: string
}

/** The claim itself: what it says, who said it, its figures, where it was said, what it is linked to. */
export function ClaimPart(props: ClaimPartProps) {
  const { claim, mayEdit, speakers, zone } = props
  return (
    <>
      <Part title="Statement">
        {mayEdit ? <StatementForm claim={claim} speakers={speakers} zone={zone} /> : <StatementFacts claim={claim} />}
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
      <Part title="Where it was said">
        <Occurrences claim={claim} />
      </Part>
      <Part title="Topics">
        {mayEdit ? (
          <TopicsForm claimId={claim.id} topics={claim.topics} />
        ) : (
          <p>{claim.topics.join(', ') || 'None.'}</p>
        )}
      </Part>
      <LinksPart {...props} />
    </>
  )
}

function StatementFacts({ claim }: { claim: WorkspaceClaim }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="font-serif text-17">{claim.statement}</p>
      <p className="text-ink-soft">{claim.shortForm}</p>
      <p>{claim.speaker ? `Said by ${claim.speaker.name}` : 'Said by the publisher itself'}</p>
    </div>
  )
}

function Figures({ claim }: { claim: WorkspaceClaim }) {
  if (claim.quantities.length === 0) return <p className="text-ink-soft">No figure to compare.</p>
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
  if (occurrences.length === 0) return <EmptyState>No article is linked to this claim any more.</EmptyState>
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
              <>
                {article.publishedOn ? <DayText day={article.publishedOn} /> : <span>day not known</span>}
                <span>{saidWords(said)}</span>
                {article.hiddenAt ? <span>article hidden: not shown to readers</span> : null}
              </>
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
    certaintyWords && `“${certaintyWords}”`,
  ]
    .filter(Boolean)
    .join(', ')
