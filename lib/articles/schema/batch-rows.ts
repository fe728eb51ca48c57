import { z } from 'zod'
import { BATCH_FIELDS } from '../rules/batch-fields'

/** A row as it lies in a part: its fields, or why it cannot be read, with the beginning of what stood there. */
export const BatchRow = z.union([
  z.object({ fields: z.partialRecord(z.enum(BATCH_FIELDS), z.string()) }),
  z.object({ problem: z.string(), excerpt: z.string() }),
])
export type BatchRow = z.infer<typeof BatchRow>
