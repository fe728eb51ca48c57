'use client'

import { useState } from 'react'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { formatDay, type Window } from '@/lib/core/windows'
import { BASIS_WORDS } from '@/lib/predictions/present'
import { relateWindows, type SaidWindow } from '@/lib/predictions/rules/another-window'
import { WINDOW_BASES } from '@/lib/predictions/rules/choices'
import { readTypedWindow } from '@/lib/predictions/rules/windows'
import type { WindowBasis } from '@/lib/predictions/schema'

type WindowFieldsProps = {
  saidOn: string | null
  window: string
  words: string | null
  basis: WindowBasis | null
  /** Null where it is not asked for. */
  graceDays: number | null
  certainty: number | null
  today: string
  /** An opened prediction that this is another window of: both are drawn, and how they stand is said. */
  earlier?: EarlierWindow
  /** What the words may mean, when that is more than one thing; the first is the one that stands in the field. */
  readings: WindowReading[]
}

export type EarlierWindow = SaidWindow & { graceDays: number; certainty: number | null }

/** A window as the field takes it ("2026-05-04 to 2026-05-04") and as it is told. */
export type WindowReading = { typed: string; words: string }

/** The window as typed, read and drawn at once, with the words that it came from. */
export function WindowFields(props: WindowFieldsProps) {
  const [saidOn, setSaidOn] = useState(props.saidOn ?? '')
  const [typed, setTyped] = useState(props.window)
  // a new key puts what was picked into the field, also over what was typed since
  const [picked, setPicked] = useState({ window: props.window, times: 0 })
  const [grace, setGrace] = useState(props.graceDays ?? 0)
  return (
    <>
      <Field name="saidOn" label="Said on" hint="The day of the article in which it was first made">
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
          key={picked.times}
          defaultValue={picked.window}
          autoComplete="off"
          className="max-w-96"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <Reading
        typed={typed}
        saidOn={saidOn}
        grace={grace}
        certainty={props.certainty}
        today={props.today}
        earlier={props.earlier}
      />
      {props.readings.length > 1 ? (
        <Readings
          readings={props.readings}
          shown={props.window}
          typed={typed}
          onPick={(window) => {
            setPicked(({ times }) => ({ window, times: times + 1 }))
            setTyped(window)
          }}
        />
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
        {props.graceDays === null ? null : (
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
        )}
      </div>
    </>
  )
}

/**
 * Words that can be read in more than one way ("04/05/2026"): one click puts the other reading into the field. Without
 * JavaScript what is chosen here goes along with the form, and stands for the window when its field was left as it was.
 */
function Readings({
  readings,
  shown,
  typed,
  onPick,
}: {
  readings: WindowReading[]
  shown: string
  typed: string
  onPick: (window: string) => void
}) {
  return (
    <fieldset className="-mt-3 flex flex-col gap-2 border-rule border-l-2 pl-3" data-window-readings>
      <legend className="float-left mb-1 text-13 text-ink-soft">
        The words can be read in more than one way. Take
      </legend>
      <input type="hidden" name="windowShown" value={shown} />
      {readings.map((reading) => (
        <label key={reading.typed} className="flex w-fit clear-both items-center gap-3 text-15">
          <input
            type="radio"
            name="windowReading"
            value={reading.typed}
            checked={typed === reading.typed}
            onChange={() => onPick(reading.typed)}
            className="tick size-5 shrink-0 rounded-full"
          />
          {reading.words}
        </label>
      ))}
    </fieldset>
  )
}

type ReadingProps = {
  typed: string
  saidOn: string
  grace: number
  certainty: number | null
  today: string
  earlier?: EarlierWindow
}

/** What was understood, in days and drawn; announced as it changes. */
function Reading({ typed, saidOn, grace, certainty, today, earlier }: ReadingProps) {
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
        {read.ok && earlier && saidOn ? <Standing earlier={earlier} later={{ saidOn, window: read.window }} /> : null}
      </output>
      {read.ok ? (
        <WindowBar
          size="card"
          today={today}
          predictions={[
            ...drawnBefore(earlier),
            { id: 'typed', saidOn: saidOn || read.window.from, window: read.window, graceDays: grace, certainty },
          ]}
        />
      ) : null}
    </div>
  )
}

/** Said by rule: narrows or moves, or why it is no other window. */
const Standing = ({ earlier, later }: { earlier: EarlierWindow; later: { saidOn: string; window: Window } }) => {
  const relation = relateWindows(earlier, later)
  return (
    <span className="block" data-window-relation={relation.ok ? relation.kind : 'none'}>
      {relation.ok ? (
        <>
          <span className="font-medium text-ink">
            {relation.kind === 'narrows' ? 'Narrows the earlier one' : 'Moves the earlier one'}
          </span>
          : {relation.words}
        </>
      ) : (
        relation.problem
      )}
    </span>
  )
}

const drawnBefore = (earlier: EarlierWindow | undefined) =>
  earlier?.saidOn ? [{ ...earlier, id: 'earlier', saidOn: earlier.saidOn }] : []
