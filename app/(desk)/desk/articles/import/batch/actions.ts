'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { importAfterDryRun, startBatch } from '@/lib/articles/commands/batches'
import { formatOf } from '@/lib/articles/rules/batch-rows'
import { action } from '@/lib/web/action'

const TableForm = z.object({
  file: z.instanceof(File, { error: 'Choose a file.' }).refine((file) => file.name !== '', { error: 'Choose a file.' }),
  isDryRun: z.literal('yes').optional(),
})

/** For browsers without JavaScript: the whole file in one form. */
export const importTableAction = action(TableForm, async (ctx, { file, isDryRun }) => {
  const input = { fileName: file.name, format: formatOf(file.name), isDryRun: isDryRun === 'yes' }
  const { runId } = await startBatch(ctx, input, file.stream())
  redirect(`/desk/articles/import/batch/${runId}`)
})

export const importAfterDryRunAction = action(z.object({ runId: z.uuid() }), async (ctx, input) => {
  const { runId } = await importAfterDryRun(ctx, input)
  redirect(`/desk/articles/import/batch/${runId}`)
})
