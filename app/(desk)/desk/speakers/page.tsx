import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { Button } from '@/app/_ui/button'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { canKeepSpeakers } from '@/lib/claims/policy'
import { listSpeakers, listWaitingAliases, type SpeakerView, type WaitingAlias } from '@/lib/claims/queries/speakers'
import { Id } from '@/lib/core/ids'
import { inQuotes } from '@/lib/core/quotes'
import { textField } from '@/lib/core/text-field'
import { requireContext } from '@/lib/web/session'
import { ConfirmAliasForm, RefuseAliasForm, SplitAliasForm } from './_components/alias-forms'
import { SpeakerDone, SpeakerDoneNotice } from './_components/speaker-done'

export const metadata: Metadata = { title: 'Speakers' }

const Query = z.object({
  q: textField(160, { min: 0 }).optional().catch(undefined),
  merged: z.literal('1').optional().catch(undefined),
  name: textField(200).optional().catch(undefined),
  after: Id.optional().catch(undefined),
  ...SpeakerDone,
})

export default async function SpeakersPage({ searchParams }: PageProps<'/desk/speakers'>) {
  const ctx = await requireContext()
  const { q, merged, name, after, ...done } = Query.parse(await searchParams)
  const [waiting, { speakers, next }] = await Promise.all([
    listWaitingAliases(ctx),
    listSpeakers(ctx, {
      text: q,
      merged: merged === '1',
      after: name !== undefined && after ? { name, id: after } : undefined,
    }),
  ])
  const kept = { ...(q ? { q } : {}), ...(merged ? { merged } : {}) }
  const here = `/desk/speakers?${new URLSearchParams({ ...kept, ...(name && after ? { name, after } : {}) })}`.replace(
    /\?$/,
    '',
  )
  return (
    <div className="flex flex-col gap-8">
      <SpeakerDoneNotice ctx={ctx} query={done} without={here} />
      <PageHeader
        title="Speakers"
        lead="Who makes the claims. A spelling counts once an editor has confirmed whom it means."
      />
      {waiting.length > 0 ? <Waiting waiting={waiting} mayKeep={canKeepSpeakers(ctx.actor)} here={here} /> : null}
      <section aria-label="All speakers" className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <form className="flex items-end gap-2">
            {merged ? <input type="hidden" name="merged" value="1" /> : null}
            <div>
              <label htmlFor="speaker-search" className={labelClasses}>
                Name or spelling
              </label>
              <input id="speaker-search" name="q" type="search" defaultValue={q} className={inputClasses} />
            </div>
            <Button type="submit">Search</Button>
          </form>
          <Link href={merged ? '/desk/speakers' : '/desk/speakers?merged=1'} className="text-15">
            {merged ? 'Show speakers that stand' : 'Show merged ones'}
          </Link>
        </div>
        {speakers.length > 0 ? (
          <SpeakerTable speakers={speakers} />
        ) : (
          <EmptyState>
            {q ? 'No speaker has this name.' : 'No speaker yet. They come with the claims that you accept.'}
          </EmptyState>
        )}
        <Pagination
          newer={after ? `/desk/speakers?${new URLSearchParams(kept)}` : undefined}
          older={
            next ? `/desk/speakers?${new URLSearchParams({ ...kept, name: next.name, after: next.id })}` : undefined
          }
        />
      </section>
    </div>
  )
}

function Waiting({ waiting, mayKeep, here }: { waiting: WaitingAlias[]; mayKeep: boolean; here: string }) {
  return (
    <section aria-labelledby="waiting-heading" className="flex flex-col gap-3">
      <h2 id="waiting-heading" className="font-semibold text-21">
        To confirm
      </h2>
      {mayKeep ? null : <p className="text-ink-soft">An editor confirms these.</p>}
      <ul className="flex flex-col divide-y divide-rule border-rule border-y">
        {waiting.map(({ id, alias, speaker }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <p className="min-w-0">
              <span className="statement">{inQuotes(alias)}</span>
              {' is '}
              <Link href={`/desk/speakers/${speaker.id}`}>{speaker.name}</Link>
              <span className="text-13 text-ink-soft"> · {placesWords(speaker._count.occurrences)}</span>
            </p>
            {mayKeep ? (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <ConfirmAliasForm here={here} aliasId={id} alias={alias} name={speaker.name} />
                <SplitAliasForm here={here} aliasId={id} alias={alias} kind={speaker.kind} />
                <RefuseAliasForm here={here} aliasId={id} alias={alias} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

const placesWords = (count: number): string => (count === 1 ? 'said in 1 place' : `said in ${count} places`)

function SpeakerTable({ speakers }: { speakers: SpeakerView[] }) {
  return (
    <Table caption="Speakers" captionHidden>
      <TableHead>
        <HeadCell>Name</HeadCell>
        <HeadCell>Spellings</HeadCell>
        <HeadCell numeric>Claims</HeadCell>
        <HeadCell numeric>Places</HeadCell>
        <HeadCell numeric>Predictions</HeadCell>
      </TableHead>
      <TableBody>
        {speakers.map((speaker) => (
          <Row key={speaker.id}>
            <Cell>
              <Link href={`/desk/speakers/${speaker.id}`} className="font-medium">
                {speaker.name}
              </Link>
              <span className="block text-13 text-ink-soft">
                {speaker.mergedInto
                  ? `merged into ${speaker.mergedInto.name}`
                  : (speaker.description ?? (speaker.kind === 'unnamed' ? 'unnamed group' : speaker.kind))}
              </span>
            </Cell>
            <Cell className="text-13 text-ink-soft">{speaker.aliases.map(({ alias }) => alias).join(' · ')}</Cell>
            <Cell numeric>{speaker._count.claims}</Cell>
            <Cell numeric>{speaker._count.occurrences}</Cell>
            <Cell numeric>{speaker._count.predictions}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
