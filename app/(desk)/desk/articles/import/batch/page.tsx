import type { Metadata } from 'next'
import { RunList } from '@/app/_parts/runs/run-list'
import { canImport } from '@/lib/articles/policy'
import { IMPORT_BATCH } from '@/lib/articles/rules/batch-rows'
import { listRuns } from '@/lib/jobs/queries/runs'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { ImportFrame } from '../_components/import-frame'
import { BatchForm } from './_components/batch-form'

export const metadata: Metadata = { title: 'Import a table' }

const COLUMNS = [
  ['text', 'the article’s text; or html, a whole page'],
  ['url', 'its address'],
  ['title', 'its headline'],
  ['publisher', 'who published it'],
  ['byline', 'who wrote it'],
  ['publishedOn', 'the day, like 2025-10-22'],
] as const

export default async function BatchPage() {
  const ctx = await requireContext()
  const { zone } = await requireSettings()
  const runs = canImport(ctx.actor) ? await listRuns(ctx, { kind: IMPORT_BATCH }) : []
  return (
    <ImportFrame lead="Many articles in one table, each in a row. What cannot be imported is listed with its row and the reason; the others are not held up by it.">
      <BatchForm />
      <section aria-labelledby="columns-title" className="flex max-w-measure flex-col gap-2">
        <h2 id="columns-title" className="statement font-semibold text-21">
          Columns
        </h2>
        <p>
          Only the text is needed. What is left out is read from it, or asked for at the desk. Other columns are passed
          over.
        </p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {COLUMNS.map(([name, meaning]) => (
            <div key={name} className="contents">
              <dt className="font-mono text-15">{name}</dt>
              <dd className="text-ink-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      {runs.length > 0 ? (
        <section aria-labelledby="runs-title" className="flex flex-col gap-2">
          <h2 id="runs-title" className="statement font-semibold text-21">
            Latest tables
          </h2>
          <RunList runs={runs} zone={zone} base="/desk/articles/import/batch" />
        </section>
      ) : null}
    </ImportFrame>
  )
}
