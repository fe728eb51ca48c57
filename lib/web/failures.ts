import { ZodError } from 'zod'
import { AppError, ERRORS, type ErrorCode, type FieldErrors } from '@/lib/core/errors'
import { log } from '@/lib/platform/log'

/** A refusal or a fault in words for the person in front, with the HTTP status it stands for. */
export type Failure = {
  status: number
  code: ErrorCode | 'FAILED'
  text: string
  fields: FieldErrors
  details?: unknown
}

/** zod's issues at the form's fields, by dotted name; the first message of each field. Issues of the whole stay out. */
export function fieldErrorsOf(error: ZodError): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.')
    if (name !== '' && !(name in fields)) fields[name] = issue.message
  }
  return fields
}

/** What is said about an error: the text of an expected refusal; of anything else only an id, under which it is logged. */
export function describeFailure(error: unknown, requestId: string): Failure {
  if (error instanceof AppError) {
    const { status, code, text, fields, details } = error
    return { status, code, text, fields, details }
  }
  if (error instanceof ZodError) return badInput(error)
  log().error({ requestId, err: error }, 'request failed')
  return {
    status: 500,
    code: 'FAILED',
    text: `Something failed, id ${requestId}; nothing was stored. What you typed is kept here: try again, and if it fails again, tell whoever runs this place the id.`,
    fields: {},
  }
}

function badInput(error: ZodError): Failure {
  const whole = error.issues.find((issue) => issue.path.length === 0)?.message
  const text = whole ?? ERRORS.BAD_INPUT.text
  return { status: ERRORS.BAD_INPUT.status, code: 'BAD_INPUT', text, fields: fieldErrorsOf(error) }
}
