import type { ErrorCode, FieldErrors } from './errors'

/**
 * What a form's action answers. `kept` holds what was typed, by field name (a list where a name came more than once or ends
 * in []), so that a page without JavaScript can show it again; `details` carries e.g. the other person's text in a conflict.
 */
export type ActionResult<T = undefined> =
  | { status: 'idle' }
  | { status: 'ok'; value: T; message?: string }
  | {
      status: 'error'
      code: ErrorCode | 'FAILED'
      text: string
      fields: FieldErrors
      details?: unknown
      kept?: Record<string, string | string[]>
    }

export const IDLE: { status: 'idle' } = { status: 'idle' }
