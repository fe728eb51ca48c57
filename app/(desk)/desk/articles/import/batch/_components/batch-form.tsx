'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/choices'
import { Input } from '@/app/_ui/controls'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Field } from '@/app/_ui/field'
import { FormProvider, fieldId } from '@/app/_ui/form-context'
import { MAX_BATCH_BYTES } from '@/lib/articles/rules/limits'
import { type ActionResult, IDLE } from '@/lib/core/results'
import { importTableAction } from '../actions'
import { upload } from './upload'

const PREFIX = 'batch-form'

type Sending = { share: number; stop: () => void }

/** Brings in a table. With JavaScript it is sent as it lies on the disk, and can be stopped; without, in one form. */
export function BatchForm() {
  const router = useRouter()
  const [posted, dispatch] = useActionState<ActionResult<never>, FormData>(importTableAction, IDLE)
  const [refusal, setRefusal] = useState<ActionResult<never>>(IDLE)
  const [sending, setSending] = useState<Sending | null>(null)
  const summary = useRef<HTMLDivElement>(null)
  const result = refusal.status === 'error' ? refusal : posted

  useEffect(() => {
    if (result.status === 'error') summary.current?.focus()
  }, [result])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending) return
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    const problem = problemOf(file)
    setRefusal(problem === null ? IDLE : refuse('Nothing was sent.', { file: problem }))
    if (problem !== null || !(file instanceof File)) return
    const isDryRun = form.get('isDryRun') === 'yes'
    const { done, stop } = upload(file, { isDryRun, tell: (share) => setSending({ share, stop }) })
    setSending({ share: 0, stop })
    const answer = await done
    setSending(null)
    if (answer === 'stopped') return
    if ('runId' in answer) router.push(`/desk/articles/import/batch/${answer.runId}`)
    else setRefusal(refuse(answer.text, answer.fields))
  }

  return (
    <FormProvider value={{ prefix: PREFIX, result, pending: sending !== null }}>
      <form action={dispatch} onSubmit={send} noValidate aria-busy={sending !== null} className="flex flex-col gap-6">
        {result.status === 'error' ? (
          <ErrorSummary
            ref={summary}
            text={result.text}
            errors={Object.entries(result.fields).map(([name, text]) => ({ href: `#${fieldId(PREFIX, name)}`, text }))}
          />
        ) : null}
        <Field
          name="file"
          label="Table"
          hint="A .csv with headings in its first line, or a .jsonl with one object a line. At most 1 GB and 1,000,000 rows."
        >
          <Input type="file" accept=".csv,.tsv,.jsonl,.ndjson,text/csv" className="max-w-measure" />
        </Field>
        <Checkbox
          name="isDryRun"
          value="yes"
          defaultChecked
          label="Try it first"
          hint="Nothing is stored. Afterwards the same rows are imported with one click."
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" pending={sending !== null} pendingText="Sending …">
            Bring in the table
          </Button>
          {sending ? <Button onClick={sending.stop}>Stop</Button> : null}
          <p role="status" className="text-15 text-ink-soft tabular-nums">
            {sending ? `${Math.floor(sending.share * 100)} % sent` : ''}
          </p>
        </div>
      </form>
    </FormProvider>
  )
}

function problemOf(file: FormDataEntryValue | null): string | null {
  if (!(file instanceof File) || file.name === '') return 'Choose a file.'
  return file.size > MAX_BATCH_BYTES ? 'It is larger than 1 GB. Cut it into several.' : null
}

const refuse = (text: string, fields: Record<string, string>): ActionResult<never> => ({
  status: 'error',
  code: 'BAD_INPUT',
  text,
  fields,
})
