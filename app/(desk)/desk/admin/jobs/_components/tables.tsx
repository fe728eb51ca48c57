import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import { type JobsOverview, WAITING_BOUND } from '@/lib/jobs/queries'
import { ageWords, jobWords } from './job-words'

const number = (n: number): string => n.toLocaleString('en')
const nothing = (words: string) => <p className="text-ink-soft">{words}</p>

export function Running({ jobs, now }: { jobs: JobsOverview['running']; now: Date }) {
  if (jobs.length === 0) return nothing('Nothing runs in this moment.')
  return (
    <Table caption="Running jobs" captionHidden>
      <TableHead>
        <HeadCell>Job</HeadCell>
        <HeadCell numeric>Try</HeadCell>
        <HeadCell numeric>For</HeadCell>
      </TableHead>
      <TableBody>
        {jobs.map((job) => (
          <Row key={job.id}>
            <Cell>{jobWords(job.name)}</Cell>
            <Cell numeric className="whitespace-nowrap">
              {job.attempt} of {job.maxAttempts}
            </Cell>
            <Cell numeric className="whitespace-nowrap">
              {ageWords(job.since, now)}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

export function Waiting({ overview, now }: { overview: JobsOverview; now: Date }) {
  const { waiting: kinds, isMoreWaiting } = overview
  if (kinds.length === 0) return nothing('Nothing waits.')
  return (
    <>
      {isMoreWaiting ? (
        <p className="mb-3 text-ink-soft">
          More than {number(WAITING_BOUND)} jobs wait; the oldest {number(WAITING_BOUND)} are counted here.
        </p>
      ) : null}
      <Table caption="Waiting jobs by kind" captionHidden>
        <TableHead>
          <HeadCell>Job</HeadCell>
          <HeadCell numeric>Due</HeadCell>
          <HeadCell numeric>Later</HeadCell>
          <HeadCell numeric>Oldest</HeadCell>
        </TableHead>
        <TableBody>
          {kinds.map((kind) => (
            <Row key={kind.name}>
              <Cell>
                {jobWords(kind.name)}
                {kind.lastReason ? (
                  <p className="text-13 text-ink-soft">Is tried again, because: {kind.lastReason}</p>
                ) : null}
              </Cell>
              <Cell numeric>{number(kind.due)}</Cell>
              <Cell numeric>{number(kind.later)}</Cell>
              <Cell numeric className="whitespace-nowrap">
                {ageWords(kind.oldestAt, now)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </>
  )
}

export function Done({ kinds }: { kinds: JobsOverview['throughput'] }) {
  if (kinds.length === 0) return nothing('Nothing was done in the last day.')
  const sum = (pick: (kind: JobsOverview['throughput'][number]) => number) =>
    number(kinds.reduce((total, kind) => total + pick(kind), 0))
  return (
    <Table caption="Jobs that were done" captionHidden>
      <TableHead>
        <HeadCell>Job</HeadCell>
        <HeadCell numeric>Last hour</HeadCell>
        <HeadCell numeric>Last day</HeadCell>
        <HeadCell numeric>Failed tries</HeadCell>
      </TableHead>
      <TableBody>
        {kinds.map((kind) => (
          <Row key={kind.name}>
            <Cell>{jobWords(kind.name)}</Cell>
            <Cell numeric>{number(kind.hour)}</Cell>
            <Cell numeric>{number(kind.day)}</Cell>
            <Cell numeric>{number(kind.failedDay)}</Cell>
          </Row>
        ))}
        <Row className="font-medium">
          <Cell>All</Cell>
          <Cell numeric>{sum((kind) => kind.hour)}</Cell>
          <Cell numeric>{sum((kind) => kind.day)}</Cell>
          <Cell numeric>{sum((kind) => kind.failedDay)}</Cell>
        </Row>
      </TableBody>
    </Table>
  )
}

export function Workers({ workers, now, zone }: { workers: JobsOverview['workers']; now: Date; zone: string }) {
  if (workers.length === 0) return nothing('No process works off the queue.')
  return (
    <Table caption="Processes that work off the queue" captionHidden>
      <TableHead>
        <HeadCell>Process</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell numeric>At work</HeadCell>
        <HeadCell numeric>Last heartbeat</HeadCell>
        <HeadCell className="max-md:hidden">Since</HeadCell>
      </TableHead>
      <TableBody>
        {workers.map((worker) => (
          <Row key={worker.id}>
            <Cell className="break-all">
              {worker.host}, {worker.pid}
            </Cell>
            <Cell>{worker.isAlive ? <Tag tone="good">Alive</Tag> : <Tag tone="bad">Lost</Tag>}</Cell>
            <Cell numeric className="whitespace-nowrap">
              {worker.isAlive ? `${worker.working} of ${worker.concurrency}` : '–'}
            </Cell>
            <Cell numeric className="whitespace-nowrap">
              {ageWords(worker.heartbeatAt, now)} ago
            </Cell>
            <Cell className="whitespace-nowrap max-md:hidden">
              <Timestamp at={worker.startedAt} zone={zone} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
