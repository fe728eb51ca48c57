'use client'

import { useEffect, useState } from 'react'
import { SubmitButton } from '@/app/_ui/action-form'
import { Button } from '@/app/_ui/button'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Folded } from '@/app/_ui/folded'
import { useForm } from '@/app/_ui/form-context'
import { counted } from '@/lib/core/counts'
import type { FoundSource, Typed } from './gathered'

/** Three ways to a source: its address, a file, or one that the desk knows. */
export function SourceFinder({ typed, found }: { typed: Typed; found: FoundSource[] | null }) {
  return (
    <div className="flex flex-col gap-3">
      <Field
        name="url"
        label="Address of the source"
        hint="Fetched once, at most 30 seconds, and kept as a copy. Leave it empty for a letter or a call."
        required={false}
      >
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          defaultValue={typed.url}
          data-enter="read"
        />
      </Field>
      <FetchRow />
      <div className="flex flex-col">
        <Folded label="Upload a PDF or a picture">
          <div className="flex flex-col gap-3 pb-2">
            <Field
              name="file"
              label="File"
              hint="PDF up to 25 MB; PNG, JPEG, GIF or WebP up to 10 MB."
              required={false}
            >
              <Input
                type="file"
                accept="application/pdf,image/png,image/jpeg,image/gif,image/webp"
                data-enter="upload"
              />
            </Field>
            <div>
              <SubmitButton variant="secondary" name="move" value="upload" pendingText="Reading …">
                Read the file
              </SubmitButton>
            </div>
          </div>
        </Folded>
        <Folded label="Use a source that the desk knows" open={found !== null}>
          <KnownSources words={typed.words} found={found} />
        </Folded>
      </div>
    </div>
  )
}

function KnownSources({ words, found }: { words: string | undefined; found: FoundSource[] | null }) {
  return (
    <div className="flex flex-col gap-3 pb-2">
      <div className="flex items-end gap-2">
        <Field
          name="words"
          label="Find it"
          hint="By words of its name or of who published it, or by its address."
          required={false}
          className="min-w-0 flex-1"
        >
          <Input defaultValue={words} autoComplete="off" data-enter="find" />
        </Field>
        <SubmitButton variant="secondary" name="move" value="find" pendingText="Finding …">
          Find
        </SubmitButton>
      </div>
      {found?.length ? (
        <ul className="flex flex-col divide-y divide-rule border-rule border-y" data-found>
          {found.map((source) => (
            <li key={source.id} className="flex items-center justify-between gap-3 py-2">
              <div className="min-w-0">
                <p className="break-words font-medium text-15">{source.title}</p>
                <p className="break-words text-13 text-ink-soft">
                  {[source.publisherName, source.url && hostOf(source.url), `cited ${counted(source.citedBy, 'time')}`]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <UseButton source={source} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** A button has one name and one value: that one is pressed says which source is used. */
function UseButton({ source }: { source: FoundSource }) {
  return (
    <SubmitButton variant="quiet" size="small" name="use" value={source.id} aria-label={`Use ${source.title}`}>
      Use
    </SubmitButton>
  )
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url)

const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Fetches the address; while it does, it can be stopped. */
function FetchRow() {
  const { pending } = useForm()
  const [fetchId, setFetchId] = useState('')
  useEffect(() => setFetchId(randomId()), [])
  const stop = () => fetch(`/desk/articles/import/address/stop?fetchId=${fetchId}`, { method: 'POST' })
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="fetchId" value={fetchId} />
      <SubmitButton variant="secondary" name="move" value="read" pendingText="Working …">
        Fetch and read it
      </SubmitButton>
      {pending ? <Button onClick={stop}>Stop</Button> : null}
    </div>
  )
}
