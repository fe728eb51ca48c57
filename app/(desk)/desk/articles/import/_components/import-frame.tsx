import type { ReactNode } from 'react'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { canImport } from '@/lib/articles/policy'
import { requireContext } from '@/lib/web/session'
import { Ways } from './ways'

const CRUMBS = [{ href: '/desk/articles', label: 'Articles' }]
const LEAD =
  'What is no article is cut and kept beside it. You see what was understood before anything is stored as an article.'

/** Header and tabs of every way to import; for people who may not, why not. */
export async function ImportFrame({
  title = 'Import articles',
  lead = LEAD,
  hasWays = true,
  children,
}: {
  title?: string
  lead?: ReactNode
  hasWays?: boolean
  children: ReactNode
}) {
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
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={title} crumbs={CRUMBS} lead={lead} />
      {hasWays ? <Ways /> : null}
      {children}
    </div>
  )
}
