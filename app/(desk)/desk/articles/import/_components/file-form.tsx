'use client'

import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Input } from '@/app/_ui/controls'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Field } from '@/app/_ui/field'
import { FormProvider, fieldId } from '@/app/_ui/form-context'
import { MAX_FILE_BYTES, MAX_FILES } from '@/lib/articles/rules/limits'
import type { FieldErrors } from '@/lib/core/errors'
import { type ActionResult, IDLE } from '@/lib/core/results'
import { importFilesAction } from '../actions'
import type { FileAnswer } from '../answers'
import { DropZone } from './drop-zone'
import { FileResults } from './file-results'

const PREFIX = 'files-form'
/** What the file dialog offers first; every file can be chosen, and its content decides. */
const ACCEPTED = '.txt,.md,.markdown,.html,.htm,.pdf,.docx,.eml,text/plain,text/markdown,text/html,application/pdf'

type Progress = { answers: FileAnswer[]; total: number; current: string | null }

/**
 * Uploads files. With JavaScript one after the other, so that each result shows when it is there and the run can be
 * stopped; without, all at once.
 */
export function FileForm() {
  const [posted, dispatch] = useActionState<ActionResult<FileAnswer[]>, FormData>(importFilesAction, IDLE)
  const [refusal, setRefusal] = useState<ActionResult<FileAnswer[]>>(IDLE)
  const [progress, setProgress] = useState<Progress | null>(null)
  const isStopped = useRef(false)
  const summary = useRef<HTMLDivElement>(null)
  const result = refusal.status === 'error' ? refusal : posted
  const answers = progress?.answers ?? (posted.status === 'ok' ? posted.value : [])
  const isRunning = progress?.current != null

  useEffect(() => {
    if (result.status === 'error') summary.current?.focus()
  }, [result])

  async function upload(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isRunning) return
    const form = new FormData(event.currentTarget)
    const files = form.getAll('files[]').filter((entry): entry is File => entry instanceof File && entry.name !== '')
    const problem = problemOf(files)
    setRefusal(problem ? refuse(problem) : IDLE)
    if (problem) return
    isStopped.current = false
    const done: FileAnswer[] = []
    for (const file of files) {
      if (isStopped.current) break
      setProgress({ answers: [...done], total: files.length, current: file.name })
      done.push(await uploadOne(file, String(form.get('publisher') ?? '')))
    }
    setProgress({ answers: done, total: files.length, current: null })
  }

  return (
    <FormProvider value={{ prefix: PREFIX, result, pending: isRunning }}>
      <form action={dispatch} onSubmit={upload} noValidate aria-busy={isRunning} className="flex flex-col gap-6">
        {result.status === 'error' ? (
          <ErrorSummary ref={summary} text={result.text} errors={summaryOf(result.fields)} />
        ) : null}
        <DropZone>
          <Field
            name="files"
            label="Files"
            hint={`Text, Markdown, HTML, PDF, Word (.docx) or saved e-mail (.eml): at most ${MAX_FILES} at once, each at most ${MAX_FILE_BYTES / 1_000_000} MB. What a file is, is told by its content.`}
          >
            <Input type="file" name="files[]" multiple accept={ACCEPTED} className="max-w-measure" />
          </Field>
        </DropZone>
        <Field
          name="publisher"
          label="Publisher of all of them"
          required={false}
          hint="Read from each text where it is left out."
        >
          <Input autoComplete="off" className="max-w-measure" />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" pending={isRunning} pendingText="Importing …">
            Import the files
          </Button>
          {isRunning ? (
            <Button
              onClick={() => {
                isStopped.current = true
              }}
            >
              Stop after this file
            </Button>
          ) : null}
          <p role="status" className="text-13 text-ink-soft">
            {progress ? progressWords(progress) : ''}
          </p>
        </div>
      </form>
      <FileResults answers={answers} />
    </FormProvider>
  )
}

const summaryOf = (fields: FieldErrors) =>
  Object.entries(fields).map(([name, text]) => ({ href: `#${fieldId(PREFIX, name)}`, text }))

function progressWords({ answers, total, current }: Progress): string {
  if (current !== null) return `${answers.length} of ${total} done, now ${current}`
  const refused = answers.filter((answer) => answer.outcome === 'refused').length
  const left = total - answers.length
  return `${answers.length} of ${total} done, ${refused} refused${left > 0 ? `, ${left} not begun` : ''}.`
}

function problemOf(files: File[]): string | null {
  if (files.length === 0) return 'Choose at least one file.'
  return files.length > MAX_FILES ? `At most ${MAX_FILES} files at once. Choose fewer.` : null
}

const refuse = (text: string): ActionResult<FileAnswer[]> => ({
  status: 'error',
  code: 'BAD_INPUT',
  text: 'Nothing was uploaded.',
  fields: { files: text },
})

async function uploadOne(file: File, publisher: string): Promise<FileAnswer> {
  const refused = (words: string): FileAnswer => ({ name: file.name, outcome: 'refused', words })
  if (file.size > MAX_FILE_BYTES) return refused(`It is larger than ${MAX_FILE_BYTES / 1_000_000} MB.`)
  const data = new FormData()
  data.set('files[]', file)
  data.set('publisher', publisher)
  try {
    const result = await importFilesAction(IDLE, data)
    if (result.status === 'ok') return result.value[0] ?? refused('The server gave no answer for it. Try it again.')
    return refused(result.status === 'error' ? Object.values(result.fields).join(' ') || result.text : 'Try it again.')
  } catch {
    return refused('The connection was lost. Try it again; what was stored already is not stored twice.')
  }
}
