import type { Metadata } from 'next'
import { z } from 'zod'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { canImport } from '@/lib/articles/policy'
import { getArticle, newsroomDay } from '@/lib/articles/queries'
import { requireContext } from '@/lib/web/session'
import { FileForm } from './_components/file-form'
import { PasteForm } from './_components/paste-form'

export const metadata: Metadata = { title: 'Import articles' }

const CRUMBS = [{ href: '/desk/articles', label: 'Articles' }]
const Query = z.object({ article: z.uuid().optional().catch(undefined) })

export default async function ImportPage({ searchParams }: PageProps<'/desk/articles/import'>) {
  const ctx = await requireContext()
  if (!canImport(ctx.actor)) {
    return (
      <div className="flex flex-col gap-6">
        <PageHeader title="Import articles" crumbs={CRUMBS} />
        <Notice kind="warn" title="Only admins import articles">
          Your account has other roles. Ask an admin to import the article; its claims then appear at the desk.
        </Notice>
      </div>
    )
  }
  const { article: articleId } = Query.parse(await searchParams)
  const article = articleId ? await getArticle(ctx, articleId) : null
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={article ? 'Add a new version' : 'Import articles'}
        crumbs={CRUMBS}
        lead={
          article
            ? `The text becomes the newest version of “${article.title}”. The earlier ones stay.`
            : 'Datelines, comments and footers are cut from the text and kept beside it. You see what was understood before anything is stored.'
        }
      />
      <section aria-labelledby="paste-heading" className="flex flex-col gap-4">
        <h2 id="paste-heading" className="statement font-semibold text-21">
          Paste a text
        </h2>
        <PasteForm
          today={await newsroomDay(ctx)}
          article={article ? { id: article.id, url: article.url ?? '' } : null}
        />
      </section>
      {article ? null : (
        <section aria-labelledby="files-title" className="flex flex-col gap-4 border-rule border-t pt-8">
          <h2 id="files-title" className="statement font-semibold text-21">
            Upload files
          </h2>
          <FileForm />
        </section>
      )}
    </div>
  )
}
