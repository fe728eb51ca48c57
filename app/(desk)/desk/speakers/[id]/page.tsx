import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { DeskReplies } from '@/app/(desk)/desk/replies/_components/desk-replies'
import { canKeepReplies, canKeepSpeakers } from '@/lib/claims/policy'
import { claimsOfSpeaker } from '@/lib/claims/queries'
import { listReplies } from '@/lib/claims/queries/replies'
import { getSpeaker, type SpeakerView } from '@/lib/claims/queries/speakers'
import { dayInZone } from '@/lib/core/days'
import { Id } from '@/lib/core/ids'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { ConfirmAliasForm, SplitAliasForm } from '../_components/alias-forms'
import { MergeSection } from '../_components/merge-section'
import { SpeakerDone, SpeakerDoneNotice } from '../_components/speaker-done'
import { EditSpeakerForm, UndoMergeForm } from '../_components/speaker-forms'

export const metadata: Metadata = { title: 'Speaker' }

const Query = z.object({
  q: z.string().trim().max(160).optional().catch(undefined),
  into: z.uuid().optional().catch(undefined),
  ...SpeakerDone,
})

export default async function SpeakerPage({ params, searchParams }: PageProps<'/desk/speakers/[id]'>) {
  const ctx = await requireContext()
  const { id } = await params
  const query = Query.parse(await searchParams)
  const speaker = Id.safeParse(id).success ? await getSpeaker(ctx, id) : null
  if (speaker === null) notFound()
  const [{ claims }, { zone }] = await Promise.all([claimsOfSpeaker(ctx, id), requireSettings()])
  const mayKeep = canKeepSpeakers(ctx.actor)
  const canChange = mayKeep && speaker.kind !== 'unnamed' && speaker.mergedInto === null
  const here = `/desk/speakers/${speaker.id}`
  return (
    <div className="flex flex-col gap-8">
      <SpeakerDoneNotice ctx={ctx} query={query} without={here} />
      <PageHeader
        title={speaker.name}
        crumbs={[{ href: '/desk/speakers', label: 'Speakers' }]}
        lead={
          speaker.description ?? (speaker.kind === 'unnamed' ? 'Counts under its publisher; has no page.' : undefined)
        }
      />
      {speaker.mergedInto ? (
        <Notice title="Merged">
          <p className="mb-3">
            Its claims are with <Link href={`/desk/speakers/${speaker.mergedInto.id}`}>{speaker.mergedInto.name}</Link>.
          </p>
          {mayKeep ? <UndoMergeForm speakerId={speaker.id} /> : null}
        </Notice>
      ) : null}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="flex flex-col gap-8">
          {speaker.kind === 'unnamed' ? null : <Spellings speaker={speaker} mayKeep={mayKeep} here={here} />}
          <section aria-labelledby="claims-heading" className="flex flex-col gap-2">
            <h2 id="claims-heading" className="font-semibold text-21">
              Claims
            </h2>
            {claims.length === 0 ? <p className="text-ink-soft">None at present.</p> : null}
            <ul className="flex flex-col divide-y divide-rule border-rule border-y">
              {claims.map((claim) => (
                <li key={claim.id} className="flex flex-col gap-1 py-3">
                  <div className="flex gap-3 text-13">
                    <KindTag kind={claim.kind} />
                    <StateTag state={claim.state} />
                  </div>
                  <Link href={`/desk/claims/${claim.id}`} className="statement text-ink no-underline hover:underline">
                    {claim.statement}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          <DeskReplies
            of={{ speakerId: speaker.id }}
            replies={await listReplies(ctx, { speakerId: speaker.id })}
            mayKeep={canKeepReplies(ctx.actor)}
            today={dayInZone(ctx.now, zone)}
            zone={zone}
            mayAdd={canChange}
          />
        </div>
        {canChange ? (
          <div className="flex flex-col gap-8">
            <section aria-labelledby="edit-heading">
              <h2 id="edit-heading" className="mb-4 font-semibold text-21">
                Edit
              </h2>
              <EditSpeakerForm speaker={speaker} />
            </section>
            <MergeSection ctx={ctx} speaker={speaker} query={query.q} intoId={query.into} />
          </div>
        ) : null}
      </div>
    </div>
  )
}

function Spellings({ speaker, mayKeep, here }: { speaker: SpeakerView; mayKeep: boolean; here: string }) {
  return (
    <section aria-labelledby="spellings-heading" className="flex flex-col gap-2">
      <h2 id="spellings-heading" className="font-semibold text-21">
        Spellings
      </h2>
      <ul className="flex flex-col divide-y divide-rule border-rule border-y">
        {speaker.aliases.map(({ id, alias, confirmedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <span>
              <span className="statement">{alias}</span>
              <span className="text-13 text-ink-soft"> · {confirmedAt ? 'confirmed' : 'not confirmed yet'}</span>
            </span>
            {mayKeep ? (
              <span className="flex flex-wrap items-center gap-4">
                {confirmedAt ? null : <ConfirmAliasForm here={here} aliasId={id} alias={alias} name={speaker.name} />}
                {speaker.aliases.length > 1 ? (
                  <SplitAliasForm here={here} aliasId={id} alias={alias} kind={speaker.kind} />
                ) : null}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
