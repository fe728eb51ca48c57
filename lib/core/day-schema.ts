import { z } from 'zod'
import { isDay } from './days'

/** A day at any door: the shape and the calendar are both checked, so 2025-02-30 is refused. */
export const DaySchema = z
  .string()
  .refine(isDay, { error: 'Not a day of the calendar. Write it as year-month-day, for example 2025-10-22.' })
