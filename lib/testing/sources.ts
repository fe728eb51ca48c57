import type { Context } from '@/lib/core/context'
import { type AppError, isAppError } from '@/lib/core/errors'
import { addEvidence } from '@/lib/evidence/commands'
import { takeCopy } from '@/lib/evidence/commands/copies'
import { listBadges } from '@/lib/evidence/queries/badges'
import { AddEvidence } from '@/lib/evidence/schema'
import { type MadeClaim, makeClaim } from './claims'
import { type LocalSite, type SiteAnswer, startLocalSite } from './local-site'
import { newsPage, PARAGRAPHS } from './pages'

/** Words that stand in `ferryPage`. */
export const FERRY_EXCERPT = 'carried 41,200 people in the past year'
export const ferryPage = (paragraphs: readonly string[] = PARAGRAPHS): string =>
  newsPage({ title: 'Ferry line', paragraphs, day: '2026-01-12' })

/** A site with pages to cite, and a claim that cites them. */
export type SourceBench = {
  site: LocalSite
  claim: MadeClaim
  serve: (answer: SiteAnswer, path?: string) => string
  /** The form as it is filled in, in part replaced. */
  form: (more: Record<string, unknown>) => AddEvidence
  /** A page that is fetched, cited and from then on watched. */
  cited: (
    more?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<{ url: string; path: string; copyId: string; id: string; sourceId: string }>
  badgeOf: (id: string) => Promise<Awaited<ReturnType<typeof listBadges>> extends Map<string, infer B> ? B : never>
}

/** `writer` gathers the evidence. Needs a newsroom; and FETCH_ALLOW=127.0.0.1:* before anything reads the configuration. */
export async function startSourceBench(writer: Context): Promise<SourceBench> {
  const site = await startLocalSite()
  const claim = await makeClaim(writer, 'The ferry to Skarsund carries 50,000 people a year.', {
    figure: { text: '50,000', value: 50_000, unit: 'people' },
  })
  let n = 0
  const serve: SourceBench['serve'] = (answer, path = `/source-${++n}`) => site.put(path, answer)
  const form: SourceBench['form'] = (more) =>
    AddEvidence.parse({
      claimId: claim.claimId,
      title: 'Ferry line',
      kind: 'secondary',
      retrievedOn: '2026-03-02',
      excerpt: FERRY_EXCERPT,
      stance: 'refutes',
      note: 'The board counts its passengers.',
      ...more,
    })
  return {
    site,
    claim,
    serve,
    form,
    cited: async (more = {}, headers = {}) => {
      const url = serve({ body: ferryPage(), headers })
      const { copyId } = await takeCopy(writer, { url })
      const { id, sourceId } = await addEvidence(writer, form({ url, copyId, ...more }))
      return { url, path: new URL(url).pathname, copyId, id, sourceId }
    },
    badgeOf: async (id) => {
      const badge = (await listBadges(writer, claim.claimId)).get(id)
      if (badge === undefined) throw new Error('no such evidence')
      return badge
    },
  }
}

/** What some work was refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!isAppError(error)) throw error ?? new Error('nothing was refused')
  return error
}
