import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { OutsideLink } from '@/app/_parts/external/ruling'
import { DefinitionList, PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { DoneNotice } from '@/app/(desk)/desk/_components/done-notice'
import { canImport } from '@/lib/articles/policy'
import { searchClaims } from '@/lib/claims/queries'
import { dayInZone } from '@/lib/core/days'
import { Id } from '@/lib/core/ids'
import { formatDay } from '@/lib/core/windows'
import { canDecideSuggestions } from '@/lib/desk/policy'
import { getSuggestion, type SuggestionDetail } from '@/lib/desk/queries/suggestions'
import { SUGGESTION_REASONS } from '@/lib/desk/rules/suggesting'
import { forgetContactAt } from '@/lib/desk/rules/suggestions'

import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { Decisions } from '../_components/decisions'
import { SuggestionTag } from '../_components/suggestion-tag'

export const metadata: Metadata = { title: 'A suggestion' }

const DONE = {
  looked_at: 'You are looking at it; whoever suggested it sees that.',
  taken_up: 'It is taken up. Its status page leads to the claim once that is published.',
  declined: 'It is not taken up; whoever suggested it reads why.',
  spam: 'It is marked as spam, and how to reach whoever sent it is deleted.',
  put_back: 'The decision is taken back.',
} as const
const Query = z.object({
  find: z.string().trim().max(300).optional().catch(undefined),
  done: z
    .enum(Object.keys(DONE) as [keyof typeof DONE])
    .optional()
    .catch(undefined),
})

export default async function SuggestionDeskPage({ params, searchParams }: PageProps<'/desk/suggestions/[id]'>) {
  const ctx = await requireContext()
  const id = Id.safeParse((await params).id)
  const suggestion = id.success ? await getSuggestion(ctx, id.data) : null
  if (suggestion === null) notFound()
  const { find, done } = Query.parse(await searchParams)
  const { zone } = await requireSettings()
  const isOpen = suggestion.state === 'received' || suggestion.state === 'looked_at'
  const words = find ?? suggestion.claimText.slice(0, 300)
  return (
    <div className="flex flex-col gap-8">
      {done ? (
        <DoneNotice key={ctx.requestId} without={`/desk/suggestions/${suggestion.id}`}>
          {DONE[done]}
        </DoneNotice>
      ) : null}
      <PageHeader
        title={<span className="whitespace-pre-wrap break-words">{suggestion.claimText}</span>}
        crumbs={[
          { href: '/desk', label: 'Desk' },
          { href: '/desk/suggestions', label: 'Suggested by readers' },
        ]}
        over={<SuggestionTag state={suggestion.state} />}
      />
      <DefinitionList items={factsOf(suggestion, zone)} className="max-w-page" />
      {canDecideSuggestions(ctx.actor) ? (
        <Decisions
          suggestion={suggestion}
          mayImport={canImport(ctx.actor)}
          words={words}
          found={isOpen ? await searchClaims(ctx, words) : []}
        />
      ) : (
        <p className="text-ink-soft">Reviewers and editors decide on suggestions.</p>
      )}
    </div>
  )
}

function factsOf(suggestion: SuggestionDetail, zone: string) {
  const { url, saidBy, why, contact, reason, note, claim, receivedAt, decidedAt, decidedBy } = suggestion
  const gone = formatDay(dayInZone(forgetContactAt(receivedAt), zone))
  return [
    ...(url ? [{ term: 'Where', value: <OutsideLink href={url}>{url}</OutsideLink> }] : []),
    ...(saidBy ? [{ term: 'Said by', value: saidBy }] : []),
    ...(why ? [{ term: 'Why it matters', value: <span className="whitespace-pre-wrap break-words">{why}</span> }] : []),
    {
      term: 'Contact',
      value: contact ? (
        <>
          <span className="break-words">{contact}</span> <span className="text-ink-soft">(deleted on {gone})</span>
        </>
      ) : (
        'None given, or deleted'
      ),
    },
    { term: 'Received', value: <Timestamp at={receivedAt.toISOString()} zone={zone} /> },
    ...(claim ? [{ term: 'Became', value: <Link href={`/desk/claims/${claim.id}`}>{claim.statement}</Link> }] : []),
    ...(reason ? [{ term: 'Told to them', value: `${SUGGESTION_REASONS[reason]} ${note ?? ''}` }] : []),
    ...(decidedAt
      ? [
          {
            term: 'Last decided',
            value: (
              <>
                {decidedBy ? `by ${decidedBy.name}, ` : ''}
                <Timestamp at={decidedAt.toISOString()} zone={zone} />
              </>
            ),
          },
        ]
      : []),
  ]
}
