import Link from 'next/link'
import { Button } from '@/app/_ui/button'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import { listSpeakers, previewSpeakerMerge, type SpeakerView } from '@/lib/claims/queries/speakers'
import type { Context } from '@/lib/core/context'
import { counted } from '@/lib/core/counts'
import { MergeSpeakersForm } from './speaker-forms'

/** Look for the other speaker, see what would move, then merge. */
export async function MergeSection({
  ctx,
  speaker,
  query,
  intoId,
}: {
  ctx: Context
  speaker: SpeakerView
  query: string | undefined
  intoId: string | undefined
}) {
  const found = query ? (await listSpeakers(ctx, { text: query, limit: 10 })).speakers : []
  const others = found.filter((other) => other.id !== speaker.id && other.kind !== 'unnamed')
  const here = `/desk/speakers/${speaker.id}`
  return (
    <section aria-labelledby="merge-heading" className="flex flex-col gap-4">
      <h2 id="merge-heading" className="font-semibold text-21">
        The same as another speaker
      </h2>
      <form action={here} className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <label htmlFor="merge-search" className={labelClasses}>
            Name of the other one
          </label>
          <input id="merge-search" name="q" type="search" defaultValue={query} className={inputClasses} />
        </div>
        <Button type="submit">Look</Button>
      </form>
      {query && others.length === 0 ? <p className="text-ink-soft">Nobody else has this name.</p> : null}
      <ul className="flex flex-col gap-2">
        {others.map((other) => (
          <li key={other.id}>
            <Link href={`${here}?into=${other.id}#merge-heading`}>{other.name}</Link>
            <span className="text-13 text-ink-soft"> · {counted(other._count.claims, 'claim')}</span>
          </li>
        ))}
      </ul>
      {intoId && intoId !== speaker.id ? <Preview ctx={ctx} fromId={speaker.id} intoId={intoId} /> : null}
    </section>
  )
}

async function Preview({ ctx, fromId, intoId }: { ctx: Context; fromId: string; intoId: string }) {
  const preview = await previewSpeakerMerge(ctx, fromId, intoId).catch(() => null)
  if (preview === null) return <p className="text-ink-soft">This speaker is not there any more.</p>
  const { from, into, claims } = preview
  const { claims: claimCount, occurrences, predictions } = from._count
  return (
    <div className="flex flex-col gap-3 border-rule border-l-4 bg-sunk p-4">
      <p>
        {counted(claimCount, 'claim')}, {counted(occurrences, 'place')} and {counted(predictions, 'prediction')} of{' '}
        {from.name} would count as those of <Link href={`/desk/speakers/${into.id}`}>{into.name}</Link>. The words in
        the articles stay. It can be undone.
      </p>
      <ul className="list-disc pl-5 text-15">
        {claims.map((claim) => (
          <li key={claim.id}>{claim.shortForm}</li>
        ))}
      </ul>
      <MergeSpeakersForm fromId={from.id} intoId={into.id} words={`Merge into ${into.name}`} />
    </div>
  )
}
