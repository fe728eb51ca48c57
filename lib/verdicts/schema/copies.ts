import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { textProblem } from '@/lib/core/text'
import { VerdictContent } from '../schema'
import { OpenedWindow, SeenAt, Turn, WriterId } from './windows'

/** As much as all fields of a verdict may hold together, and room for what is too long and still being cut. */
const LENGTH_MAX = 80_000

const FieldName = z.enum(Object.keys(VerdictContent.shape) as [keyof VerdictContent])

/** What stands in the editor's controls, by field: texts as typed, which need not be fit to be saved. */
export const ControlTexts = z
  .partialRecord(
    FieldName,
    z.string().superRefine((text, context) => {
      const problem = textProblem(text)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    }),
  )
  .refine((values) => Object.values(values).join('').length <= LENGTH_MAX, {
    error: 'This is longer than can be kept.',
  })
export type ControlTexts = z.infer<typeof ControlTexts>

export const KeepCopy = z.object({
  id: Id,
  /** The revision that was opened. */
  revision: z.int().min(1),
  values: ControlTexts,
  writerId: WriterId,
  turn: Turn.default(0),
  /** Null where the page was opened without a copy. */
  seenAt: SeenAt.nullable(),
})
export type KeepCopy = z.infer<typeof KeepCopy>

/** What is discarded is what this window shows: its own copy, or the one that it was opened with. */
export const DropCopy = OpenedWindow.extend({ id: Id })
export type DropCopy = z.infer<typeof DropCopy>
