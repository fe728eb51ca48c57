import { z } from 'zod'
import { textProblem } from './text'

/**
 * A text field at any door: trimmed, storable, and bounded (in characters as JavaScript counts).
 * `max` is a limit that people are told about.
 */
export const textField = (max: number, { min = 1, label = 'This' }: { min?: number; label?: string } = {}) =>
  z
    .string({ error: `${label} is needed.` })
    .trim()
    .min(min, { error: min === 1 ? `${label} is needed.` : `${label} needs at least ${min} characters.` })
    .max(max, { error: `${label} may have at most ${max} characters.` })
    .superRefine((text, context) => {
      const problem = textProblem(text)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })
