import { DayText } from '@/app/_ui/days'
import { Notice } from '@/app/_ui/notice'
import { dayInZone } from '@/lib/core/days'
import type { VersionPage } from '@/lib/publishing/queries/claims'
import { Columns } from '../shell/public-shell'
import { Byline } from './byline'
import { ClaimHead, printedBy } from './claim-head'
import { SaidList } from './said-list'
import { Section } from './section'
import { VerdictBand } from './verdict-band'
import { VerdictBody } from './verdict-body'
import { VerdictDays } from './verdict-days'

/** One version of a verdict as it was published; an earlier one says so on top. */
export function VersionArticle({ page }: { page: VersionPage }) {
  const { claim, version, path, zone } = page
  const { frozen, ordinal, isCurrent } = version
  const publishedOn = dayInZone(new Date(frozen.publishedAt), zone)
  return (
    <Columns
      margin={
        <>
          <Section id="said" title="Where it was said" isMargin>
            <SaidList entries={frozen.occurrences} speakerName={frozen.speaker?.name} />
          </Section>
          <Section id="record" title="For the record" isMargin>
            <VerdictDays verdict={frozen} zone={zone} />
          </Section>
        </>
      }
    >
      <article className="flex flex-col gap-8 sm:gap-10">
        <Notice kind={isCurrent ? 'info' : 'warn'} title={`Version ${ordinal}`}>
          As it was published on <DayText day={publishedOn} />
          {isCurrent ? '; it is the one in force. ' : '; it is no longer in force. '}
          <a href={path}>To the page of this {claim.kind === 'prediction' ? 'prediction' : 'claim'}</a>
        </Notice>
        <ClaimHead
          crumb={{ href: path, label: claim.shortForm }}
          kind={frozen.claim.kind}
          statement={frozen.claim.statement}
          speaker={frozen.speaker}
          printedBy={printedBy(frozen.occurrences[0])}
          saidOn={frozen.occurrences[0]?.article.publishedOn ?? null}
        />
        <VerdictBand rating={frozen.rating} summary={frozen.summary}>
          <p className="text-13 text-ink-soft">
            <Byline {...frozen} on={publishedOn} />
          </p>
        </VerdictBand>
        <VerdictBody verdict={frozen} />
      </article>
    </Columns>
  )
}
