import { SubmitButton } from '@/app/_ui/action-form'
import { cx } from '@/app/_ui/classes'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Timestamp } from '@/app/_ui/timestamp'
import { counted } from '@/lib/core/counts'
import type { FailedJob, JobsOverview } from '@/lib/jobs/queries'
import { FailedForm } from './failed-form'
import { jobWords } from './job-words'

type Props = { overview: Pick<JobsOverview, 'failed' | 'failedByName'>; zone: string }

/** Jobs that used up their tries: why, and what can be done about it, one by one or all of a kind. */
export function Failed({ overview: { failed, failedByName }, zone }: Props) {
  const all = failedByName.reduce((sum, { count }) => sum + count, 0)
  return (
    <FailedForm>
      {all === 0 ? <p className="text-ink-soft">Nothing has failed for good.</p> : null}
      {failedByName
        .filter(({ count }) => count > 1)
        .map(({ name, count }) => (
          <Moves key={name} value={name} what={`all ${count.toLocaleString('en')}`} of={jobWords(name)} />
        ))}
      {failed.length > 0 ? (
        <Table caption="Failed jobs, the latest first" captionHidden>
          <TableHead>
            <HeadCell>Job</HeadCell>
            <HeadCell className="max-md:hidden">Why the last try failed</HeadCell>
            <HeadCell className="max-md:hidden">When</HeadCell>
            <HeadCell>
              <span className="sr-only">What to do</span>
            </HeadCell>
          </TableHead>
          <TableBody>
            {failed.map((job) => (
              <FailedRow key={job.id} job={job} zone={zone} />
            ))}
          </TableBody>
        </Table>
      ) : null}
      {failed.length < all ? <p className="text-15 text-ink-soft">The latest {failed.length} are listed.</p> : null}
    </FailedForm>
  )
}

function FailedRow({ job, zone }: { job: FailedJob; zone: string }) {
  const when = <Timestamp at={job.failedAt} zone={zone} />
  return (
    <Row>
      <Cell className="align-top">
        <p className="font-medium">{jobWords(job.name)}</p>
        <p className="md:hidden">{job.reason}</p>
        <p className="text-13 text-ink-soft">
          job {job.id}, {counted(job.tries, 'try', 'tries')}
          <span className="md:hidden">, {when}</span>
        </p>
      </Cell>
      <Cell className="align-top max-md:hidden">{job.reason}</Cell>
      <Cell className="whitespace-nowrap align-top max-md:hidden">{when}</Cell>
      <Cell className="align-top">
        <Moves value={job.id} what={`job ${job.id}`} />
      </Cell>
    </Row>
  )
}

/** Discarding is asked twice: what the job was to do is not done then. In a row, where `of` is missing, `what` is heard only. */
function Moves({ value, what, of }: { value: string; what: string; of?: string }) {
  const named = of === undefined ? <span className="sr-only"> {what}</span> : ` ${what}: ${of}`
  return (
    <div className={cx('relative flex flex-wrap gap-2', of === undefined && 'justify-end max-sm:flex-col')}>
      <SubmitButton name="restart" value={value} variant="secondary" size="small">
        Try again{named}
      </SubmitButton>
      <details className="group">
        <summary className="inline-flex h-8 cursor-pointer list-none items-center whitespace-nowrap rounded-m px-3 font-medium text-13 text-rating-false underline decoration-transparent underline-offset-4 hover:decoration-current group-open:hidden [&::-webkit-details-marker]:hidden">
          Discard{named} …
        </summary>
        <SubmitButton name="discard" value={value} variant="danger" size="small">
          Yes, discard{named}
        </SubmitButton>
      </details>
    </div>
  )
}
