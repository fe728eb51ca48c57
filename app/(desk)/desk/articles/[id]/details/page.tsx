import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConfirmDay } from '@/app/_parts/articles/confirm-day'
import { LinkButton } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import { canEditArticle, canHideArticle, canImport, canKeepStories } from '@/lib/articles/policy'
import { type ArticleDetail, getArticle, listPublishers, listSnapshots } from '@/lib/articles/queries'
import { getStory } from '@/lib/articles/queries/stories'
import { formatDay } from '@/lib/core/windows'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { confirmDayAction } from '../../actions'
import { DetailsForm } from './_components/details-form'
import { HideForm } from './_components/hide-form'
import { Section } from './_components/section'
import { StorySection } from './_components/story-section'

export const metadata: Metadata = { title: 'Details of an article' }

export default async function ArticleDetailsPage({ params }: PageProps<'/desk/articles/[id]/details'>) {
  const ctx = await requireContext()
  const id = z.uuid().safeParse((await params).id)
  const article = id.success ? await getArticle(ctx, id.data) : null
  if (article === null || !canEditArticle(ctx.actor, { isCited: false })) notFound()
  const { zone } = await requireSettings()
  const { publishers } = await listPublishers(ctx, { limit: 200 })
  const snapshots = await listSnapshots(ctx, article.id)
  const choices = publishers.filter((publisher) => publisher.mergedInto === null).map(({ id, name }) => ({ id, name }))
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={article.title}
        crumbs={[
          { href: '/desk/articles', label: 'Articles' },
          { href: `/desk/articles/${article.id}`, label: 'Text and claims' },
        ]}
        actions={
          canImport(ctx.actor) ? (
            <LinkButton href={`/desk/articles/import?article=${article.id}`}>Add a new version</LinkButton>
          ) : null
        }
      />
      {canEditArticle(ctx.actor, article) ? (
        <>
          <Section id="day" title="Publication day" lead={dayWords(article)}>
            <ConfirmDay
              articleId={article.id}
              revision={article.revision}
              known={article.publishedOn}
              proposed={article.dayCandidates}
              action={confirmDayAction}
            />
          </Section>
          <Section id="details" title="Details">
            <DetailsForm article={article} publishers={withOwn(choices, article)} />
          </Section>
        </>
      ) : (
        <Notice title="An editor keeps these details">
          A published claim was made in this article, so public pages name it. Ask an editor to change its day, title,
          publisher or address.
        </Notice>
      )}
      <Section
        id="versions"
        title="Versions"
        lead="Each text that was imported for this article. None is ever changed."
      >
        <Versions snapshots={snapshots} currentId={article.snapshot.id} zone={zone} />
        {snapshots.length > 1 ? (
          <p>
            <Link href={`/desk/articles/${article.id}/versions`}>What changed between them</Link>
          </p>
        ) : null}
      </Section>
      <StorySection
        articleId={article.id}
        story={await getStory(ctx, article.id)}
        mayKeep={canKeepStories(ctx.actor)}
      />
      {canHideArticle(ctx.actor, article) ? (
        <Section
          id="hide"
          title={article.hiddenAt ? 'Bring it back' : 'Hide it'}
          lead={
            article.hiddenAt
              ? `Hidden: ${article.hiddenReason}`
              : 'A hidden article leaves the lists. Its text, and what was published from it, stay.'
          }
        >
          <HideForm articleId={article.id} isHidden={article.hiddenAt !== null} />
        </Section>
      ) : null}
    </div>
  )
}

/** The list of publishers is bounded; the article's own is always among the choices. */
const withOwn = (choices: { id: string; name: string }[], { publisher }: ArticleDetail) =>
  choices.some((choice) => choice.id === publisher.id)
    ? choices
    : [{ id: publisher.id, name: publisher.name }, ...choices]

function dayWords({ publishedOn, publishedOnBasis }: ArticleDetail): string {
  if (publishedOn === null) return 'Not known yet. Words such as “this fall” get their dates from it.'
  return `${formatDay(publishedOn)}${publishedOnBasis ? `. ${publishedOnBasis}.` : ''} A changed day makes the claims be extracted anew where none was decided.`
}

function Versions({
  snapshots,
  currentId,
  zone,
}: {
  snapshots: Awaited<ReturnType<typeof listSnapshots>>
  currentId: string
  zone: string
}) {
  return (
    <ol className="flex flex-col divide-y divide-rule border-rule border-y">
      {snapshots.map(({ id, ordinal, createdAt, createdBy }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 py-2">
          <span className="font-medium">Version {ordinal}</span>
          <span className="text-13 text-ink-soft">
            <Timestamp at={createdAt.toISOString()} zone={zone} /> by {createdBy?.name ?? 'the command line'}
          </span>
          {id === currentId ? <Tag tone="accent">read at present</Tag> : null}
        </li>
      ))}
    </ol>
  )
}
