'use client'

import { Byline } from '@/app/_parts/public/byline'
import { ClaimHead, printedBy } from '@/app/_parts/public/claim-head'
import { SaidList } from '@/app/_parts/public/said-list'
import { Section } from '@/app/_parts/public/section'
import { VerdictBand } from '@/app/_parts/public/verdict-band'
import { VerdictBody } from '@/app/_parts/public/verdict-body'
import { VerdictDays } from '@/app/_parts/public/verdict-days'
import { Folded } from '@/app/_ui/folded'
import { dayInZone } from '@/lib/core/days'
import { claimReviewOf } from '@/lib/publishing/present'
import type { RatingScale } from '@/lib/settings/schema'
import { type Frozen, frozenOf } from '@/lib/verdicts/present/frozen'
import { contentOfTexts } from '@/lib/verdicts/present/typed'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import { FrozenVerdict } from '@/lib/verdicts/schema'
import type { Texts } from './verdict-texts'

const PREFIX = 'preview-'

type Props = { version: OpenVersionView; scale: RatingScale; newsroomName: string; zone: string; texts: Texts }

/**
 * The public page as it would be if this text were approved now: made by the function that approval stores by, and shown by
 * the parts of the public page.
 */
export function PublicPreview({ version, scale, newsroomName, zone, texts }: Props) {
  const publishedAt = new Date()
  const frozen = frozenOf(version.subject, contentOfTexts(texts), {
    ...{ scale, newsroomName, ordinal: version.ordinal, authorName: version.authorName },
    ...{ approverName: 'a second person', isSolo: false, correction: null, publishedAt: publishedAt.toISOString() },
  })
  const whole = FrozenVerdict.safeParse(frozen).data
  const { claim, speaker, occurrences, rating } = frozen
  return (
    <section
      aria-label="Preview of the public page"
      className="flex flex-col gap-8 border-rule border bg-paper p-4 sm:p-6 lg:sticky lg:top-16 lg:max-h-[calc(100vh-5rem)] lg:overflow-y-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard has to get there
      tabIndex={0}
    >
      <ClaimHead
        kind={claim.kind}
        statement={claim.statement}
        speaker={speaker}
        printedBy={printedBy(occurrences[0])}
        saidOn={occurrences[0]?.article.publishedOn ?? null}
      />
      {rating ? (
        <VerdictBand rating={rating} summary={frozen.summary || 'No summary yet.'}>
          <p className="text-13 text-ink-soft">
            <Byline {...frozen} on={dayInZone(publishedAt, zone)} />
          </p>
        </VerdictBand>
      ) : (
        <p className="text-ink-soft">No rating is chosen yet.</p>
      )}
      <VerdictBody verdict={withComment(frozen)} anchorPrefix={PREFIX} />
      <Section id={`${PREFIX}said`} title="Where it was said" isMargin>
        <SaidList entries={occurrences} speakerName={speaker?.name} />
      </Section>
      {whole ? (
        <Section id={`${PREFIX}record`} title="For the record" isMargin>
          <VerdictDays verdict={whole} zone={zone} />
        </Section>
      ) : null}
      <Folded label="ClaimReview: what search engines read">
        <ClaimReviewText verdict={whole} zone={zone} />
      </Folded>
    </section>
  )
}

function ClaimReviewText({ verdict, zone }: { verdict: FrozenVerdict | undefined; zone: string }) {
  if (verdict === undefined)
    return <p className="text-ink-soft">It comes once rating, as-of day and the request for comment are given.</p>
  const { kind, slug } = verdict.claim
  const siteUrl = location.origin
  const pageUrl = `${siteUrl}/${kind === 'prediction' ? 'predictions' : 'claims'}/${slug}`
  return (
    <pre className="overflow-x-auto whitespace-pre-wrap break-words bg-sunk p-3 font-mono text-13" data-claim-review>
      {JSON.stringify(claimReviewOf(verdict, { pageUrl, siteUrl, zone }), null, 2)}
    </pre>
  )
}

/** Where nobody said yet whether the speaker was asked, the page says that. */
const withComment = (frozen: Frozen) => ({
  ...frozen,
  comment: {
    ...frozen.comment,
    wasAsked: frozen.comment.wasAsked ?? false,
    reasonNotAsked:
      frozen.comment.wasAsked === null
        ? '(It is not said yet whether the speaker was asked.)'
        : frozen.comment.reasonNotAsked,
  },
})
