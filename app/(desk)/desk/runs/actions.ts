'use server'

import { cancelRun, resumeRun } from '@/lib/desk/commands/runs'
import { RunInput } from '@/lib/jobs/schema'
import { action } from '@/lib/web/action'

export const cancelRunAction = action(RunInput, cancelRun)

export const resumeRunAction = action(RunInput, resumeRun)
