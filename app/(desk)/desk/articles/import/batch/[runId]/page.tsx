import type { Metadata } from 'next'
import { z } from 'zod'
import { Progress } from '@/app/_parts/runs/progress'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { PageHeader, Pagination } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { cancelRunAction, resumeRunAction } from '@/app/(desk)/desk/runs/actions'
import { type Batch, type BatchProblem, listBatchProblems, requireBatch } from '@/lib/articles/queries/batches'
import { requireSettings } from '@/lib/settings/queries'
import { orNotFound } from '@/lib/web/pages'
import { requireContext } from '@/lib/web/session'
import { importAfterDryRunAction } from '../actions'

export const metadata: Metadata = { title: 'A table of articles' }

const CRUMBS = [
  { href: '/desk/articles', label: 'Articles' },
  { href: '/desk/articles/import/batch', label: 'Import a table' },
]
const Query = z.object({ after: z.coerce.number().int().min(0).max(2_000_000_000).catch(0) })

export default async function BatchRunPage({ params, searchParams }: PageProps<'/desk/articles/import/batch/[runId]'>) {
  const ctx = await requireContext()
  const { runId } = await params
  const { after } = Query.parse(await searchParams)
  const batch = await orNotFound(requireBatch(ctx, runId))
  const { zone } = await requireSettings()
  const { problems, next } = await listBatchProblems(ctx, { runId, after })
  const here = `/desk/articles/import/batch/${runId}`
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={batch.fileName}
        crumbs={CRUMBS}
        lead={batch.isDryRun ? 'A dry run: nothing is stored, and this is what would become of each row.' : undefined}
      />
      <div className="max-w-measure">
        <Progress run={batch.run} zone={zone} cancel={cancelRunAction} resume={resumeRunAction} />
      </div>
      <Outcome batch={batch} />
      {batch.isDryRun && batch.run.state === 'finished' && batch.created + batch.newVersions > 0 ? (
        <ActionForm action={importAfterDryRunAction} className="gap-2">
          <input type="hidden" name="runId" value={runId} />
          <SubmitButton variant="primary" className="self-start">
            Import these rows
          </SubmitButton>
        </ActionForm>
      ) : null}
      {problems.length > 0 || after > 0 ? <Problems problems={problems} here={here} /> : null}
      <Pagination
        label="More refused rows"
        newer={after > 0 ? here : undefined}
        older={next === null ? undefined : `${here}?after=${next}`}
      />
    </div>
  )
}

function Outcome({ batch: { isDryRun, created, newVersions, unchanged, run } }: { batch: Batch }) {
  const counts = [
    [isDryRun ? 'would be new' : 'new', created],
    [isDryRun ? 'would be new versions' : 'new versions', newVersions],
    ['are here already', unchanged],
    ['refused', run.refused],
  ] as const
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {counts.map(([label, count]) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-13 text-ink-soft">{label}</dt>
          <dd className="statement text-28 tabular-nums">{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

function Problems({ problems, here }: { problems: BatchProblem[]; here: string }) {
  return (
    <section aria-labelledby="refused-title" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="refused-title" className="statement font-semibold text-21">
          Refused rows
        </h2>
        <a href={`${here}/problems`} download>
          All of them as CSV
        </a>
      </div>
      <Table caption="Refused rows, by their number in the file" captionHidden>
        <TableHead>
          <HeadCell numeric>Row</HeadCell>
          <HeadCell>Why</HeadCell>
          <HeadCell className="max-md:hidden">Begins with</HeadCell>
        </TableHead>
        <TableBody>
          {problems.map(({ row, reason, excerpt }) => (
            <Row key={row}>
              <Cell numeric className="align-top">
                {row}
              </Cell>
              <Cell className="max-w-measure align-top">
                {reason}
                <p className="mt-1 break-words text-13 text-ink-soft md:hidden">{excerpt}</p>
              </Cell>
              <Cell className="max-w-80 break-words align-top text-13 text-ink-soft max-md:hidden">{excerpt}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </section>
  )
}
