import type { Metadata } from 'next'
import { z } from 'zod'
import { canImport } from '@/lib/articles/policy'
import { getArticle, newsroomDay } from '@/lib/articles/queries'
import { requireContext } from '@/lib/web/session'
import { ImportFrame } from './_components/import-frame'
import { PasteForm } from './_components/paste-form'

export const metadata: Metadata = { title: 'Import articles' }

const Query = z.object({
  article: z.uuid().optional().catch(undefined),
  /** An address that could not be fetched, so that it need not be typed again. */
  url: z.string().max(2000).optional().catch(undefined),
})

export default async function ImportPage({ searchParams }: PageProps<'/desk/articles/import'>) {
  const ctx = await requireContext()
  if (!canImport(ctx.actor)) return <ImportFrame>{null}</ImportFrame>
  const { article: articleId, url } = Query.parse(await searchParams)
  const article = articleId ? await getArticle(ctx, articleId) : null
  const heading = article
    ? {
        title: 'Add a new version',
        lead: `The text becomes the newest version of “${article.title}”. The earlier ones stay.`,
      }
    : {}
  return (
    <ImportFrame {...heading} hasWays={article === null}>
      <section aria-labelledby="paste-heading" className="flex flex-col gap-4">
        <h2 id="paste-heading" className="statement font-semibold text-21">
          Paste a text
        </h2>
        <PasteForm
          today={await newsroomDay(ctx)}
          articleId={article?.id ?? null}
          url={article ? (article.url ?? '') : (url ?? '')}
        />
      </section>
    </ImportFrame>
  )
}
