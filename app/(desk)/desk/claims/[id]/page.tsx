import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import { KeyTargets } from '@/app/_parts/keys/key-targets'
import { HereNow } from '@/app/_parts/presence/here-now'
import { PageHeader } from '@/app/_ui/page-parts'
import { Differences } from '@/app/(desk)/_components/differences'
import { DeskReplies } from '@/app/(desk)/desk/replies/_components/desk-replies'
import { listColleagues } from '@/lib/accounts/queries'
import { listHistoryPage } from '@/lib/audit/queries'
import { canEditClaim, canKeepReplies, canTriage } from '@/lib/claims/policy'
import { listClaimLinks, listLinkSuggestions, searchClaims } from '@/lib/claims/queries'
import { getDecidedDifference, listDifferences } from '@/lib/claims/queries/differences'
import { listReplies } from '@/lib/claims/queries/replies'
import { listSpeakers } from '@/lib/claims/queries/speakers'
import { getClaimStanding, previewClaimMerge } from '@/lib/claims/queries/standing'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { listPresent } from '@/lib/desk/queries/presence'
import { listComments } from '@/lib/discussion/queries'
import { canEditEvidence } from '@/lib/evidence/policy'
import { listEvidence } from '@/lib/evidence/queries'
import { listBadges } from '@/lib/evidence/queries/badges'
import { canDecideExternal } from '@/lib/verdicts/policy'
import { historyDays } from '@/lib/verdicts/present/timeline'
import { listPublishedVersions } from '@/lib/verdicts/queries'
import { listOthersRuled } from '@/lib/verdicts/queries/external/matching'
import { listRemarks } from '@/lib/verdicts/queries/remarks'
import { getWorkspace, type Workspace, type WorkspaceClaim } from '@/lib/verdicts/queries/workspace'
import { concealEvents, savesToldBy } from '@/lib/verdicts/rules/blinding'
import { noteSavesShown, noteShown } from '@/lib/web/looks'
import { requireContext } from '@/lib/web/session'
import { claimKeys } from './_components/claim-keys'
import { ClaimPart } from './_components/claim-part'
import { Discussion } from './_components/discussion'
import { DONE, doneOf } from './_components/done'
import { EvidencePart } from './_components/evidence-part'
import { History } from './_components/history'
import { OthersPart } from './_components/others-part'
import { Section } from './_components/section'
import { VerdictPart } from './_components/verdict-part'
import { Versions } from './_components/versions'
import { WholeNotices } from './_components/whole-notices'

export const metadata: Metadata = { title: 'Claim' }

const Query = z.object({
  find: z.string().trim().max(200).catch(''),
  same: z.string().trim().max(200).catch(''),
  into: z.uuid().optional().catch(undefined),
  done: z.enum(DONE).optional().catch(undefined),
  other: z.uuid().optional().catch(undefined),
  comments: z.uuid().optional().catch(undefined),
})
const NO_EVENTS = { events: [] }
const CRUMBS = [{ href: '/desk/claims', label: 'Claims' }]
const JUMPS = [
  ['claim', 'Claim'],
  ['evidence', 'Evidence'],
  ['verdict', 'Verdict'],
  ['others', 'Others ruled'],
  ['discussion', 'Discussion'],
  ['history', 'History'],
] as const

export default async function ClaimWorkspacePage({ params, searchParams }: PageProps<'/desk/claims/[id]'>) {
  const ctx = await requireContext()
  const id = z.uuid().safeParse((await params).id)
  if (id.success) await noteShown(ctx, id.data)
  const workspace = id.success ? await getWorkspace(ctx, id.data) : null
  if (workspace === null) notFound()
  const query = Query.parse(await searchParams)
  const { claim, phase, version, zone } = workspace
  const isClosed = phase === 'merged' || phase === 'hidden'
  const [
    differences,
    decided,
    evidence,
    badges,
    versions,
    discussion,
    { events, next },
    other,
    standing,
    others,
    around,
  ] = await Promise.all([
    listDifferences(ctx, { claimId: claim.id }),
    getDecidedDifference(ctx, { claimId: claim.id }),
    listEvidence(ctx, claim.id),
    listBadges(ctx, claim.id),
    listPublishedVersions(claim.id),
    listComments(ctx, { subjectType: 'claim', subjectId: claim.id, before: query.comments }),
    listHistoryPage(ctx, { type: 'claim', id: claim.id }, { limit: 40 }),
    query.other ? listHistoryPage(ctx, { type: 'claim', id: query.other }, { limit: 40 }) : NO_EVENTS,
    getClaimStanding(ctx, claim.id),
    listOthersRuled(ctx, claim.id),
    readAround(ctx, claim, version, query),
  ])
  if (standing === null) notFound()
  const told = workspace.second?.isHidden ? concealEvents(events) : events
  await noteSavesShown(ctx, claim.id, savesToldBy(told))
  const remarks = version && !workspace.second?.isHidden ? await listRemarks(ctx, version) : []
  const inForce = versions.find(({ isCurrent }) => isCurrent)?.frozen ?? null
  return (
    <div className="flex flex-col gap-6">
      <KeyTargets targets={claimKeys(workspace, canEditClaim(ctx.actor) && !isClosed)} />
      <PageHeader title={claim.statement} crumbs={CRUMBS} over={<Over claim={claim} />} lead={<Lead claim={claim} />} />
      <HereNow id={claim.id} names={(await listPresent(ctx, [claim.id]))[claim.id] ?? []} />
      <WholeNotices
        claim={claim}
        standing={standing}
        done={doneOf({
          ...{ done: query.done, claimId: claim.id },
          ...{ events: events.toReversed(), otherEvents: other.events.toReversed() },
        })}
        otherId={query.other}
        requestId={ctx.requestId}
      />
      <Differences differences={differences} decided={decided} mayDecide={canTriage(ctx.actor) && !isClosed} />
      <nav aria-label="Parts of this page" className="flex flex-wrap gap-x-5 gap-y-1 xl:hidden">
        {JUMPS.map(([part, label]) => (
          <a key={part} href={`#${part}`} className="flex min-h-9 items-center">
            {label}
          </a>
        ))}
      </nav>
      <div className="grid gap-x-10 gap-y-12 lg:grid-cols-2 xl:grid-cols-[minmax(0,9fr)_minmax(0,10fr)_minmax(0,11fr)] xl:has-[[data-preview-open]]:grid-cols-2">
        <Section id="claim" title="Claim">
          <ClaimPart
            claim={claim}
            mayEdit={canEditClaim(ctx.actor) && !isClosed}
            zone={zone}
            standing={standing}
            {...around}
          />
        </Section>
        <Section id="evidence" title="Evidence" count={evidence.length}>
          <EvidencePart
            claimId={claim.id}
            evidence={evidence}
            badges={badges}
            figures={claim.quantities}
            mayEdit={canEditEvidence(ctx.actor) && !isClosed}
            locked={lockedWords(workspace)}
            today={workspace.today}
            zone={zone}
          />
        </Section>
        <Section id="verdict" title="Verdict" className="lg:col-span-2 xl:not-has-[[data-preview-open]]:col-span-1">
          <VerdictPart
            workspace={workspace}
            inForce={inForce}
            remarks={remarks}
            evidenceCount={evidence.length}
            speakers={around.speakers}
            viewerName={ctx.actor.name}
          />
          <Versions claimId={claim.id} versions={versions} />
        </Section>
      </div>
      <div className="grid gap-x-10 gap-y-12 border-rule border-t pt-8 lg:grid-cols-2">
        <Section id="others" title="Others ruled" className="lg:col-span-2 lg:max-w-page">
          <OthersPart
            claimId={claim.id}
            others={others}
            mayDecide={canDecideExternal(ctx.actor) && !isClosed}
            isPublished={claim.firstPublishedAt !== null}
          />
        </Section>
        {claim.firstPublishedAt === null || isClosed ? null : (
          <div className="lg:col-span-2 lg:max-w-page">
            <DeskReplies
              of={{ claimId: claim.id }}
              replies={await listReplies(ctx, { claimId: claim.id })}
              mayKeep={canKeepReplies(ctx.actor)}
              today={dayInZone(ctx.now, zone)}
              zone={zone}
            />
          </div>
        )}
        <Section id="discussion" title="Discussion">
          <Discussion claimId={claim.id} zone={zone} {...discussion} />
        </Section>
        <Section id="history" title="History">
          <History claimId={claim.id} days={historyDays(told, zone)} zone={zone} />
          <p className="flex flex-wrap gap-x-5">
            <Link href={`/desk/claims/${claim.id}/history`}>
              {next ? 'The whole history, and who saw what when' : 'Who saw what when'}
            </Link>
            <Link href={`/desk/claims/${claim.id}/compare`}>Compare two versions</Link>
          </p>
        </Section>
      </div>
    </div>
  )
}

const SPEAKER_BOUND = 100

/** What the claim part offers to choose from. */
async function readAround(
  ctx: Context,
  claim: WorkspaceClaim,
  version: Workspace['version'],
  { find, same, into }: z.infer<typeof Query>,
) {
  const look = (words: string) => (words === '' ? [] : searchClaims(ctx, words, { excludeId: claim.id }))
  const [people, { speakers }, links, suggestions, found, foundSame, preview] = await Promise.all([
    listColleagues(ctx),
    listSpeakers(ctx, { limit: SPEAKER_BOUND }),
    listClaimLinks(ctx, claim.id),
    claim.kind === 'prediction' ? listLinkSuggestions(ctx, claim.id) : [],
    look(find),
    look(same),
    into === undefined ? null : previewClaimMerge(ctx, claim.id, into),
  ])
  const known = speakers.map(({ id, name }) => ({ id, name }))
  // Beyond the first hundred the claim's own speaker, and the one that its draft names, still have to be in the list.
  const named = [claim.speaker, version?.newSpeaker ?? null].flatMap((one) =>
    one ? { id: one.id, name: one.name } : [],
  )
  const missing = named.filter((one) => !known.some(({ id }) => id === one.id))
  return {
    people,
    viewerId: ctx.actor.id,
    speakers: [...missing, ...known],
    links,
    suggestions,
    found,
    find,
    same: { words: same, found: foundSame, preview },
  }
}

const lockedWords = ({ phase }: Workspace): string | null =>
  phase === 'submitted' || phase === 'correction_submitted'
    ? 'The verdict waits for approval with this evidence. Take it back to change the evidence.'
    : null

function Over({ claim }: { claim: WorkspaceClaim }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <KindTag kind={claim.kind} />
      <StateTag state={claim.state} />
      {claim.firstPublishedAt ? (
        <a href={`/${claim.kind === 'prediction' ? 'predictions' : 'claims'}/${claim.slug}`}>The public page</a>
      ) : null}
      {claim.kind === 'prediction' ? <Link href={`/desk/predictions/${claim.id}`}>The prediction</Link> : null}
    </span>
  )
}

const Lead = ({ claim }: { claim: WorkspaceClaim }) => (
  <>{claim.speaker ? `Said by ${claim.speaker.name}` : 'Said by the publisher itself'}</>
)
