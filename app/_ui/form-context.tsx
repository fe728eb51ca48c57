'use client'

import { createContext, useContext } from 'react'
import type { ActionResult } from '@/lib/core/results'

type FormState = {
  /** Starts the ids of the form's fields, so that two forms on one page do not clash. */
  prefix: string
  /** The last answer of the action; `unknown` because each form knows its own value. */
  result: ActionResult<unknown>
  pending: boolean
}

const NOTHING: FormState = { prefix: 'f', result: { status: 'idle' }, pending: false }

const FormContext = createContext<FormState>(NOTHING)
export const FormProvider = FormContext.Provider

/** The state of the ActionForm around; outside of one: idle, so that fields also work in plain forms. */
export const useForm = (): FormState => useContext(FormContext)

/** What was typed into a control of one text before the last refusal; undefined where nothing was refused. */
export function keptText(result: ActionResult<unknown>, name: string): string | undefined {
  const kept = result.status === 'error' ? result.kept?.[name] : undefined
  return typeof kept === 'string' ? kept : kept?.at(-1)
}

/** Whether a box was ticked before the last refusal; undefined where nothing was refused. */
export function keptTick(result: ActionResult<unknown>, name: string, value: string): boolean | undefined {
  if (result.status !== 'error' || result.kept === undefined) return undefined
  return [result.kept[name] ?? []].flat().includes(value)
}

/** The id of a field's control: what the error summary links to. */
export const fieldId = (prefix: string, name: string): string => `${prefix}-${name.replace(/[^\w-]+/g, '-')}`

type FieldState = {
  id: string
  name: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
  kept: string | undefined
}

const FieldContext = createContext<FieldState | null>(null)
export const FieldProvider = FieldContext.Provider

/** What a control takes from the Field around it; null when it stands alone. */
export const useField = (): FieldState | null => useContext(FieldContext)
