import { acceptCandidate } from '@/lib/claims/commands/triage'
import { listCandidates, type ReaderCandidate } from '@/lib/claims/queries/reader'
import type { SpeakerChoice } from '@/lib/claims/schema'
import type { Context } from '@/lib/core/context'
import { readArticle } from './articles'

let count = 0
/** A name that no other article of the run has, so that imports do not meet. */
export const freshName = (): string => `Norhaven${process.pid}${++count}`

/** Imports a text and gives its candidates, the first one also apart. Throws when the extractor found none. */
export async function candidatesOf(
  ctx: Context,
  text: string,
  options?: Parameters<typeof readArticle>[1],
): Promise<{
  articleId: string
  snapshotId: string
  body: string
  candidates: ReaderCandidate[]
  first: ReaderCandidate
}> {
  const article = await readArticle(text, options)
  const { candidates } = await listCandidates(ctx, { snapshotId: article.snapshotId })
  const [first] = candidates
  if (first === undefined) throw new Error(`the extractor found nothing in: ${text}`)
  return { ...article, candidates, first }
}

/** A claim accepted from the first candidate of a text, as the desk would. `ctx` needs a reviewer or an editor. */
export async function acceptedClaim(
  ctx: Context,
  text: string,
  { speaker = { is: 'nobody' }, ...options }: Parameters<typeof readArticle>[1] & { speaker?: SpeakerChoice } = {},
) {
  const article = await candidatesOf(ctx, text, options)
  const { first } = article
  const claim = await acceptCandidate(ctx, {
    candidateId: first.id,
    statement: `${first.quote}.`.slice(0, 600),
    shortForm: first.quote.slice(0, 75).trim(),
    kind: first.kind,
    speaker,
  })
  return { ...article, ...claim, candidate: first }
}
