import Link from 'next/link'
import { KindTag } from '@/app/_parts/claim/tags'
import type { EarlierOccurrence } from '@/lib/claims/queries/reader'
import { readerAddress } from './address'

/** Claims that were found in another version of the text: they stay where they were made. */
export function EarlierOccurrences({
  articleId,
  occurrences,
}: {
  articleId: string
  occurrences: EarlierOccurrence[]
}) {
  if (occurrences.length === 0) return null
  return (
    <details className="border-rule border-t pt-4">
      <summary className="cursor-pointer text-15 text-ink-soft">
        Made in another version of the text: {occurrences.length}
      </summary>
      <ul className="mt-3 flex flex-col gap-3">
        {occurrences.map(({ id, quote, claim, snapshot }) => (
          <li key={id} className="border-rule border-l-2 pl-3 text-15">
            <div className="flex flex-wrap gap-x-3 text-13 text-ink-soft">
              <KindTag kind={claim.kind} />
              <Link href={readerAddress({ articleId, version: snapshot.ordinal })}>version {snapshot.ordinal}</Link>
            </div>
            <p className="statement">{quote}</p>
            <Link href={`/desk/claims/${claim.id}`} className="text-13">
              {claim.shortForm}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
