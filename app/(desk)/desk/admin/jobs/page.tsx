import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Progress } from '@/app/_parts/runs/progress'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { getJobsOverview } from '@/lib/jobs/queries'
import { listRuns } from '@/lib/jobs/queries/runs'
import { requireSettings } from '@/lib/settings/queries'
import { orNotFound } from '@/lib/web/pages'
import { requireContext } from '@/lib/web/session'
import { cancelRunAction, resumeRunAction } from '../../runs/actions'
import { digestOf } from './_components/digest'
import { Failed } from './_components/failed'
import { Live } from './_components/live'
import { Done, Running, Waiting, Workers } from './_components/tables'

export const metadata: Metadata = { title: 'Jobs' }

const SHOWN_RUNS = 5

export default async function JobsPage() {
  const ctx = await requireContext()
  const [overview, runs, { zone }] = await Promise.all([
    orNotFound(getJobsOverview(ctx)),
    orNotFound(listRuns(ctx)),
    requireSettings(),
  ])
  const { running, throughput, workers } = overview
  return (
    <div className="flex max-w-page flex-col gap-10">
      <PageHeader
        title="Jobs"
        lead="What is done in the background: reading texts, asking others, keeping the search fresh."
      />
      <Live digest={digestOf({ overview, runs })} />
      {workers.some(({ isAlive }) => isAlive) ? null : (
        <Notice kind="warn" title="No worker runs">
          What waits is kept and goes on as soon as one is started: it runs inside <code>npm start</code>, or on its own
          with <code>npm run worker</code>.
        </Notice>
      )}
      <Section id="failed" title="Failed for good">
        <Failed overview={overview} zone={zone} />
      </Section>
      <Section id="running" title="Running">
        <Running jobs={running} now={ctx.now} />
      </Section>
      <Section id="waiting" title="Waiting">
        <Waiting overview={overview} now={ctx.now} />
      </Section>
      {runs.length > 0 ? (
        <Section id="runs" title="Long runs">
          <ul className="flex flex-col gap-8">
            {runs.slice(0, SHOWN_RUNS).map((run) => (
              <li key={run.id}>
                <Progress run={run} zone={zone} cancel={cancelRunAction} resume={resumeRunAction} isLive={false} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="done" title="Done">
        <Done kinds={throughput} />
      </Section>
      <Section id="workers" title="Workers">
        <Workers workers={workers} now={ctx.now} zone={zone} />
      </Section>
    </div>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="statement mb-3 border-ink border-b pb-2 font-semibold text-21">
        {title}
      </h2>
      {children}
    </section>
  )
}
