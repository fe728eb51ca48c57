/**
 * The closed list of expected refusals. A public text says what happened, what was kept and what to do next;
 * whatever is not an AppError is logged with an id and never shown.
 */
export const ERRORS = {
  BAD_INPUT: {
    status: 422,
    text: 'Some of what was entered cannot be used. Nothing was stored; correct it and try again.',
  },
  NOT_SIGNED_IN: {
    status: 401,
    text: 'You are signed out. What you typed is still on this page; sign in and try again.',
  },
  FORBIDDEN: { status: 403, text: 'Your role does not allow this. Nothing was changed.' },
  NOT_FOUND: { status: 404, text: 'There is nothing here, or it is not public.' },
  STALE: {
    status: 409,
    text: 'Somebody saved this after you opened it. Your text is kept on this page; compare the two and save again.',
  },
  MOVE_REFUSED: { status: 409, text: 'This step is not possible in the present state. Nothing was changed.' },
  SAME_PERSON: { status: 409, text: 'A second person has to do this: whoever wrote it cannot approve it.' },
  ALREADY_EXISTS: { status: 409, text: 'This exists already. Nothing was changed.' },
  TOO_MANY_ATTEMPTS: { status: 429, text: 'Too many attempts. Wait a few minutes and try again.' },
  NOT_FETCHED: { status: 422, text: 'The address could not be fetched. Nothing was stored.' },
  BUSY: { status: 503, text: 'This cannot be done just now. Nothing was changed; try again in a minute.' },
  TOO_LARGE: { status: 413, text: 'This is larger than the limit. Nothing was stored.' },
} as const

export type ErrorCode = keyof typeof ERRORS

/** Messages at fields: the form field's name (dots for nesting) -> what is wrong with it. */
export type FieldErrors = Record<string, string>

/**
 * An expected refusal. `text` (shown to people) overrides the table's text; `fields` are messages at the field;
 * `details` travels to the caller, e.g. the other person's text in a conflict.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly text: string
  readonly fields: FieldErrors
  readonly details: unknown

  constructor(code: ErrorCode, options: { text?: string; fields?: FieldErrors; details?: unknown } = {}) {
    super(`${code}: ${options.text ?? ERRORS[code].text}`)
    this.name = 'AppError'
    this.code = code
    this.text = options.text ?? ERRORS[code].text
    this.fields = options.fields ?? {}
    this.details = options.details
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

export const isAppError = (error: unknown, code?: ErrorCode): error is AppError =>
  error instanceof AppError && (code === undefined || error.code === code)
