import { type Actor, contextOf, systemActor } from '@/lib/core/context'
import { addDays, type Day, dayInZone } from '@/lib/core/days'
import { isAppError } from '@/lib/core/errors'
import { createFirstSettings } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'
import { drainJobs } from '@/lib/worker/run'
import { calendarOf } from './calendar'
import { actorOf } from './people'
import { openProgress, type Progress, requestIdOf } from './progress'
import type { Step } from './step'
import { storySteps } from './stories'

const NEWSROOM = 'The Meridian Ledger'
const ZONE = 'Europe/Vienna'
/** So long ago the demo's newsroom was opened. From that day the day of installation is known to a load that goes on. */
const OPENED_DAYS_AGO = 548
const OPENING = 'settings'

export type Loaded = { done: number; skipped: number }

/**
 * Loads the demo desk through the commands, in the order in which its people did things. What an earlier load did already
 * is left alone, so it may run again, and after it was killed anywhere. Throws where a command refuses a step.
 */
export async function loadDemo(now: Date, say: (line: string) => void): Promise<Loaded> {
  const progress = await openProgress()
  const today = await installationDay(now, progress)
  const steps = storySteps(calendarOf(today)).sort((a, b) => a.at.getTime() - b.at.getTime())
  if (steps.every(({ key, isRepeatable }) => isRepeatable || progress.isDone(key)))
    return { done: 0, skipped: steps.length }
  const open = steps.filter(({ key, isRepeatable }) => isRepeatable || !progress.isDone(key))
  say(`${open.length} of ${steps.length} steps to go, from ${open[0]?.at.toISOString().slice(0, 10)} to ${today}.`)
  for (const [index, step] of open.entries()) {
    await runStep(step, progress)
    await progress.refresh()
    if ((index + 1) % 100 === 0) say(`  ${index + 1} of ${open.length} done`)
  }
  say('Running the jobs that this caused …')
  await drainJobs()
  return { done: open.length, skipped: steps.length - open.length }
}

async function runStep(step: Step, progress: Progress): Promise<void> {
  try {
    await step.run(contextOf(actorFor(step, progress), step.at, requestIdOf(step.key)), progress)
  } catch (cause) {
    const words = isAppError(cause) ? [cause.text, ...Object.values(cause.fields)].join(' ') : String(cause)
    throw new Error(`The step ${step.key} was refused: ${words}`, { cause })
  }
}

function actorFor({ by }: Step, progress: Progress): Actor {
  if (by === 'set-up') return systemActor('demo')
  return by === 'worker' ? systemActor('worker') : actorOf(progress, by)
}

/** The day that the demo counts back from: today at the first run, and that same day whenever it is run again. */
async function installationDay(now: Date, progress: Progress): Promise<Day> {
  const openedAt = progress.doneAt(OPENING)
  if (openedAt) return addDays(dayInZone(openedAt, ZONE), OPENED_DAYS_AGO)
  if (await getSettings())
    throw new Error('This database belongs to a newsroom of its own: the demo is not mixed into it.')
  const today = dayInZone(now, ZONE)
  const ctx = contextOf(systemActor('demo'), calendarOf(today).at(OPENED_DAYS_AGO, '08:00'), requestIdOf(OPENING))
  await createFirstSettings(ctx, { newsroomName: NEWSROOM, zone: ZONE, isDemo: true })
  return today
}
