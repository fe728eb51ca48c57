import type { TakeableCopy } from '@/lib/claims/queries/copies'
import { counted } from '@/lib/core/counts'
import { TakeOverForm } from './take-over-form'

/** Of a copy: all its candidates that are known claims of the same story, to be taken over at once. */
export function TakeOver({
  articleId,
  copies,
  mayPublished,
}: {
  articleId: string
  copies: TakeableCopy[]
  mayPublished: boolean
}) {
  const mine = copies.filter(({ isPublished }) => mayPublished || !isPublished)
  const others = copies.length - mine.length
  if (copies.length === 0) return null
  return (
    <section aria-labelledby="copies-heading" className="flex flex-col gap-2 bg-accent-wash p-3" data-take-over>
      <h3 id="copies-heading" className="font-semibold text-15">
        Copy of the same story
      </h3>
      <p className="text-13">
        {counted(copies.length, 'candidate says', 'candidates say')} word for word what another article of the story
        says, and {copies.length === 1 ? 'is a known claim' : 'are known claims'} there.
        {others > 0 ? ` ${others.toLocaleString('en')} of them published: an editor takes those over.` : ''}
      </p>
      {mine.length > 0 ? (
        <>
          <details className="text-13">
            <summary className="cursor-pointer text-ink-soft">Which ones</summary>
            <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
              {mine.map(({ candidateId, shortForm }) => (
                <li key={candidateId}>{shortForm}</li>
              ))}
            </ul>
          </details>
          <TakeOverForm
            articleId={articleId}
            pairs={mine.map(({ candidateId, claimId }) => `${candidateId}:${claimId}`)}
          />
        </>
      ) : null}
    </section>
  )
}
