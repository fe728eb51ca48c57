'use client'

import { useState } from 'react'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { formatDay } from '@/lib/core/windows'
import { BASIS_WORDS } from '@/lib/predictions/present'
import { readTypedWindow } from '@/lib/predictions/rules/windows'
import { WINDOW_BASES, type WindowBasis } from '@/lib/predictions/schema'

type WindowFieldsProps = {
  saidOn: string | null
  window: string
  words: string | null
  basis: WindowBasis | null
  graceDays: number
  certainty: number | null
  today: string
  alternatives: string[]
}

/** The window as typed, read and drawn at once, with the words that it came from. */
export function WindowFields(props: WindowFieldsProps) {
  const [saidOn, setSaidOn] = useState(props.saidOn ?? '')
  const [typed, setTyped] = useState(props.window)
  const [grace, setGrace] = useState(props.graceDays)
  return (
    <>
      <Field name="saidOn" label="Said on" hint="The day of the article in which it was first made, as year-month-day">
        <Input
          type="date"
          defaultValue={props.saidOn ?? undefined}
          className="w-44"
          onChange={(event) => setSaidOn(event.currentTarget.value)}
        />
      </Field>
      <Field
        name="window"
        label="Window"
        hint="First to last day in which it must come about: 27-29 Oct 2025, Jul-Dec 2025, Q3 2026, by 31 Dec 2027"
      >
        <Input
          defaultValue={props.window}
          autoComplete="off"
          className="max-w-96"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <Reading typed={typed} saidOn={saidOn} grace={grace} certainty={props.certainty} today={props.today} />
      {props.alternatives.length > 0 ? (
        <p className="-mt-3 text-13 text-ink-soft">The words may also be read as {props.alternatives.join(' or ')}.</p>
      ) : null}
      <Field
        name="windowWords"
        label="Where the window comes from"
        hint="The speaker’s own words (“in the latter half of 2025”), or why it was given"
        max={300}
      >
        <Textarea rows={2} grow defaultValue={props.words ?? undefined} />
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field name="windowBasis" label="How the window is known">
          <Select defaultValue={props.basis ?? ''}>
            <option value="">Choose</option>
            {WINDOW_BASES.map((basis) => (
              <option key={basis} value={basis}>
                {BASIS_WORDS[basis]}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="graceDays" label="Days of grace" hint="After the window, in which it still counts as come true">
          <Input
            type="number"
            min={0}
            max={366}
            inputMode="numeric"
            defaultValue={props.graceDays}
            className="w-24"
            onChange={(event) => setGrace(Math.min(366, Math.max(0, event.currentTarget.valueAsNumber || 0)))}
          />
        </Field>
      </div>
    </>
  )
}

type ReadingProps = { typed: string; saidOn: string; grace: number; certainty: number | null; today: string }

/** What was understood, in days and drawn; announced as it changes. */
function Reading({ typed, saidOn, grace, certainty, today }: ReadingProps) {
  if (typed.trim() === '') return null
  const read = readTypedWindow(typed, saidOn || null)
  return (
    <div className="-mt-3 flex flex-col gap-2" data-window-reading>
      <output className="text-15 text-ink-soft">
        {read.ok ? (
          <>
            Read as <span className="font-medium text-ink">{formatDay(read.window.from)}</span> to{' '}
            <span className="font-medium text-ink">{formatDay(read.window.to)}</span>
          </>
        ) : (
          read.problem
        )}
      </output>
      {read.ok ? (
        <WindowBar
          size="card"
          today={today}
          predictions={[
            { id: 'typed', saidOn: saidOn || read.window.from, window: read.window, graceDays: grace, certainty },
          ]}
        />
      ) : null}
    </div>
  )
}
