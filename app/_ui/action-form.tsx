'use client'

import {
  type FormHTMLAttributes,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react'
import { ERRORS, type FieldErrors } from '@/lib/core/errors'
import { type ActionResult, IDLE } from '@/lib/core/results'
import { Button, type ButtonProps } from './button'
import { cx } from './classes'
import { ErrorSummary } from './error-summary'
import { FormProvider, fieldId, useForm } from './form-context'
import { Notice } from './notice'
import { controlsOf, unsendable } from './unsendable'

/** A server action that answers a form. */
export type FormAction<T> = (previous: ActionResult<T>, data: FormData) => Promise<ActionResult<T>>

type ActionFormProps<T> = Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'onSubmit'> & {
  action: FormAction<T>
  /** The id of the form, and the beginning of its fields' ids. Give one when a test or a link needs it. */
  id?: string
  /** Empties the form after it worked (a comment box); otherwise what was typed stays. */
  resetOnSuccess?: boolean
  /**
   * Sends the form another way than by the action, for as long as scripts run: a route outlives a deploy, which an action does
   * not. Answers what the action would; never throws.
   */
  send?: (data: FormData) => Promise<ActionResult<T>>
  /** Tells a client component around; pages without one leave it out. */
  onResult?: (result: ActionResult<T>) => void
  children: ReactNode
}

/**
 * A form over a server action: summary and field errors from its answer, focus on the summary, words while it works.
 * With JavaScript the form is sent by hand, because React empties a form after `action={…}` even when it was refused;
 * without JavaScript the browser posts it and the page comes back with `kept` filled in.
 */
export function ActionForm<T = undefined>({
  action,
  send,
  id,
  resetOnSuccess = false,
  onResult,
  className,
  children,
  ...rest
}: ActionFormProps<T>) {
  const own = useId()
  const prefix = id ?? own
  const [answer, dispatch, isActing] = useActionState<ActionResult<T>, FormData>(
    action as (previous: Awaited<ActionResult<T>>, data: FormData) => Promise<ActionResult<T>>,
    IDLE as Awaited<ActionResult<T>>,
  )
  const [isSending, startSending] = useTransition()
  const pending = isActing || isSending
  // What was not sent, or was sent otherwise, stands until the next answer comes, in place of the one before.
  const [other, setOther] = useState<{ over: ActionResult<T>; result: ActionResult<T> } | null>(null)
  const result = other?.over === answer ? other.result : answer
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const told = useRef<ActionResult<T>>(result)

  useEffect(() => {
    if (told.current === result) return
    told.current = result
    if (result.status === 'error') summary.current?.focus()
    if (result.status === 'ok' && resetOnSuccess) form.current?.reset()
    onResult?.(result)
  }, [result, resetOnSuccess, onResult])

  return (
    <FormProvider value={{ prefix, result, pending }}>
      <form
        {...rest}
        ref={form}
        id={id}
        action={dispatch}
        noValidate
        aria-busy={pending}
        className={cx('flex flex-col gap-6', className)}
        onSubmit={(event) => {
          event.preventDefault()
          if (pending) return
          const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
          const fields = unsendable(controlsOf(event.currentTarget), data)
          if (Object.keys(fields).length > 0) setOther({ over: answer, result: refusalOf(fields) })
          else if (send) startSending(async () => setOther({ over: answer, result: await send(data) }))
          else startTransition(() => dispatch(data))
        }}
      >
        {result.status === 'error' ? (
          <ErrorSummary
            ref={summary}
            text={result.text}
            errors={Object.entries(result.fields).map(([name, text]) => ({ href: `#${fieldId(prefix, name)}`, text }))}
          />
        ) : null}
        {result.status === 'ok' && result.message ? <Notice kind="success">{result.message}</Notice> : null}
        {children}
      </form>
    </FormProvider>
  )
}

const refusalOf = (fields: FieldErrors): ActionResult<never> => ({
  status: 'error',
  code: 'BAD_INPUT',
  text: ERRORS.BAD_INPUT.text,
  fields,
})

/** Sends the form around it. `name` and `value` travel with the form, so one form may have several moves. */
export function SubmitButton({ variant = 'primary', children, ...rest }: ButtonProps) {
  const { pending } = useForm()
  return (
    <Button {...rest} type="submit" variant={variant} pending={pending}>
      {children}
    </Button>
  )
}
