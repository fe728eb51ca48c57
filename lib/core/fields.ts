import { z } from 'zod'

const blankToNull = (value: unknown): unknown =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') ? null : value

/** A field that may be left open: a form sends an empty string (or nothing) for it; commands and the database know null. */
export const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blankToNull, schema.nullable())

/** A yes-or-no question of a form; null while it is not answered. */
export const optionalYesNo = z.preprocess(
  (value) => (value === 'yes' ? true : value === 'no' ? false : blankToNull(value)),
  z.boolean({ error: 'Answer yes or no.' }).nullable(),
)

const PLAIN_NUMBER = /^[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/

/** A number as typed ("54,000", "14.9", "−3"): digits with optional grouping commas and a decimal point. */
export const numberField = z.preprocess(
  (value) => {
    if (typeof value !== 'string') return value
    const text = value.trim()
    return PLAIN_NUMBER.test(text) ? Number(text.replaceAll(',', '').replace('−', '-')) : value
  },
  z
    .number({ error: 'Write the number in digits, for example 14900000000 or 14.9.' })
    .min(-1e24, { error: 'This number is too small.' })
    .max(1e24, { error: 'This number is too large.' }),
)

/**
 * A decimal as text, e.g. "-1250.5": at most 26 digits before and 12 after the point, as the column holds. What people type is
 * taken too: grouping commas ("54,000") and a real minus sign.
 */
export const DecimalText = z
  .string()
  .trim()
  .transform((typed) =>
    (/^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed) ? typed.replaceAll(',', '') : typed).replace('−', '-'),
  )
  .pipe(
    z.string().regex(/^-?\d{1,26}(\.\d{1,12})?$/, {
      error: 'Not a number. Write it in digits, with a point for decimals, for example 3.3.',
    }),
  )

type OpenKeys<I> = { [K in keyof I]-?: unknown extends I[K] ? K : never }[keyof I]

/** What a command takes: as its schema reads it, and fields that may stay open may be left out. */
export type Given<S extends z.ZodType> = Omit<z.input<S>, OpenKeys<z.input<S>>> &
  Partial<Pick<z.output<S>, OpenKeys<z.input<S>> & keyof z.output<S>>>
