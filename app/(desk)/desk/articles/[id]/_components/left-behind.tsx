import Link from 'next/link'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import type { LeftBehind as Left, UnclearPlace } from '@/lib/claims/queries/carried'
import { readerAddress } from './address'
import { ChoosePlaceForm } from './choose-place-form'

/** Claims of earlier versions that this one has no more, or at several places; each leads to the version that has it. */
export function LeftBehind({
  articleId,
  snapshotId,
  left: { gone, unclear },
  mayChoose,
}: {
  articleId: string
  snapshotId: string
  left: { gone: Left[]; unclear: UnclearPlace[] }
  mayChoose: boolean
}) {
  return (
    <>
      {unclear.length > 0 ? (
        <section
          aria-labelledby="unclear-heading"
          className="flex flex-col gap-3 border-rating-half border-l-4 bg-sunk p-4"
        >
          <h3 id="unclear-heading" className="font-semibold text-15">
            At several places of this text
          </h3>
          <p className="text-13 text-ink-soft">
            The words stand more than once, and what is around them does not tell which place is meant.
          </p>
          <ul className="flex flex-col divide-y divide-rule">
            {unclear.map((one) => (
              <li key={one.id} className="flex flex-col gap-2 py-3" data-unclear={one.id}>
                <Said articleId={articleId} one={one} />
                {mayChoose ? (
                  <ChoosePlaceForm candidateId={one.id} snapshotId={snapshotId} places={one.places} quote={one.quote} />
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {gone.length > 0 ? (
        <section aria-labelledby="gone-heading" className="flex flex-col gap-3 pt-4" data-gone>
          <h3 id="gone-heading" className="font-semibold text-15">
            No longer in the text
          </h3>
          <p className="text-13 text-ink-soft">An earlier version says these. They stay as they were made.</p>
          <ul className="flex flex-col gap-3">
            {gone.map((one) => (
              <li key={one.id} className="border-rule border-l-2 pl-3">
                <Said articleId={articleId} one={one} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Said({ articleId, one }: { articleId: string; one: Left }) {
  return (
    <div className="text-15">
      <div className="flex flex-wrap gap-x-3 text-13 text-ink-soft">
        <KindTag kind={one.kind} />
        {one.state === 'new' ? <span>not decided</span> : <StateTag state={one.state} />}
        <Link href={readerAddress({ articleId, version: one.ordinal, candidate: one.id })}>
          version {one.ordinal}
          <span className="sr-only">, which says {one.quote}</span>
        </Link>
      </div>
      <p className="statement">{one.quote}</p>
      {one.claim ? (
        <Link href={`/desk/claims/${one.claim.id}`} className="text-13">
          {one.claim.shortForm}
        </Link>
      ) : null}
    </div>
  )
}
