import type { ReactNode } from 'react'
import { buttonClasses } from '@/app/_ui/button-styles'
import { errorClasses, hintClasses, inputClasses, labelClasses, selectClasses } from '@/app/_ui/control-styles'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { FilterNames } from '@/lib/publishing/queries/filter-names'
import { type LedgerChoices, MOST_CHOICES } from '@/lib/publishing/queries/ledger-choices'
import { CERTAINTIES, OPENINGS, STANDINGS, VOICES } from '@/lib/publishing/rules/choices'
import type { AskedLedger } from '@/lib/publishing/rules/ledger-filter'
import {
  CERTAINTY_WORDS,
  FILTER_LABELS,
  type FilterKey,
  OPENED_WORDS,
  SETTLED,
  STANDING_WORDS,
  VOICE_WORDS,
} from './filter-words'

type Asked = AskedLedger & { typed?: Partial<Record<TypedKey, string>> }
type TypedKey = 'from' | 'to' | 'closes'
type Options = readonly (readonly [value: string, words: string])[]

/** The filters as a plain form: what is chosen becomes the address of the list. Needs no script. */
export function FilterForm({
  asked: { filter, problems, typed },
  names,
  choices,
}: {
  asked: Asked
  names: FilterNames
  choices: LedgerChoices
}) {
  const isOpenView = filter.view !== 'all' && filter.view !== 'resolved'
  const listed = (key: 'speaker' | 'publisher' | 'topic' | 'phrase'): Options => {
    const options = choices[key].map(({ slug, name }) => [slug, name] as const)
    const chosen = filter[key]
    const isListed = chosen === undefined || options.some(([slug]) => slug === chosen)
    return isListed ? options : [[chosen, names[key] ?? chosen], ...options]
  }
  return (
    <details className="group border-rule border-y print:hidden" open={Object.keys(problems).length > 0}>
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 font-medium text-accent [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 12 12"
          className="size-3 group-open:rotate-90"
          fill="none"
          stroke="currentColor"
          aria-hidden="true"
        >
          <path d="m4 2 4 4-4 4" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        Narrow the list
      </summary>
      <form method="get" action="/predictions" className="flex flex-col gap-4 pt-1 pb-5" aria-label="Filters">
        {filter.view === 'all' ? null : <input type="hidden" name="view" value={filter.view} />}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Choice name="speaker" any="Everybody" options={listed('speaker')} value={filter.speaker}>
            {choices.speaker.length === MOST_CHOICES ? <MoreSpeakers /> : null}
          </Choice>
          <Choice name="publisher" any="Every publisher" options={listed('publisher')} value={filter.publisher} />
          <Choice
            name="voice"
            any="All that it printed"
            options={VOICES.map((one) => [one, VOICE_WORDS[one]])}
            value={filter.voice}
            error={problems.voice}
          >
            Of the publisher
          </Choice>
          <Choice name="topic" any="Every topic" options={listed('topic')} value={filter.topic} />
          <Choice name="phrase" any="Whatever the words" options={listed('phrase')} value={filter.phrase} />
          <Choice
            name="certainty"
            any="Any"
            options={CERTAINTIES.map((one) => [one, CERTAINTY_WORDS[one]])}
            value={filter.certainty}
          />
          {isOpenView ? null : (
            <Choice
              name="resolution"
              any="However it ended"
              options={SETTLED.map((one) => [one, RESOLUTION_WORDS[one]])}
              value={filter.resolution}
            />
          )}
          <Choice
            name="standing"
            any="Whether or not it counts"
            options={STANDINGS.map((one) => [one, STANDING_WORDS[one]])}
            value={filter.standing}
          />
          <Choice
            name="opened"
            any="Whenever it was"
            options={OPENINGS.map((one) => [one, OPENED_WORDS[one]])}
            value={filter.opened}
          />
          <Labelled name="closes" hint={CLOSES_HINT} error={problems.closes}>
            <input
              id={idOf('closes')}
              name="closes"
              type="text"
              defaultValue={typed?.closes ?? filter.closes}
              autoComplete="off"
              className={inputClasses}
              {...describedBy('closes', CLOSES_HINT, problems.closes)}
            />
          </Labelled>
          <DayField name="from" value={typed?.from ?? filter.from} error={problems.from} />
          <DayField name="to" value={typed?.to ?? filter.to} error={problems.to} />
        </div>
        <div>
          <button type="submit" className={buttonClasses({ variant: 'primary' })}>
            Show the list
          </button>
        </div>
      </form>
    </details>
  )
}

const MoreSpeakers = () => (
  <>
    The {MOST_CHOICES} who predicted most; for others see <a href="/speakers">all speakers</a>
  </>
)

const CLOSES_HINT = 'With its grace, in a month as 2026-03'

const idOf = (name: FilterKey) => `ledger-${name}`

function Choice({
  name,
  any,
  options,
  value,
  error,
  children,
}: {
  name: FilterKey
  any: string
  options: Options
  value: string | undefined
  error?: string
  children?: ReactNode
}) {
  return (
    <Labelled name={name} hint={children} error={error}>
      <select
        id={idOf(name)}
        name={name}
        defaultValue={value ?? ''}
        className={selectClasses}
        {...describedBy(name, children, error)}
      >
        <option value="">{any}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function DayField({ name, value, error }: { name: 'from' | 'to'; value: string | undefined; error?: string }) {
  return (
    <Labelled name={name} error={error}>
      <input
        id={idOf(name)}
        name={name}
        type={error ? 'text' : 'date'}
        defaultValue={value}
        className={inputClasses}
        {...describedBy(name, null, error)}
      />
    </Labelled>
  )
}

const describedBy = (name: FilterKey, hint: ReactNode, error: string | undefined) => ({
  'aria-describedby':
    [hint && `${idOf(name)}-hint`, error && `${idOf(name)}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
})

type LabelledProps = { name: FilterKey; hint?: ReactNode; error?: string; children: ReactNode }

function Labelled({ name, hint, error, children }: LabelledProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={idOf(name)} className={labelClasses}>
        {FILTER_LABELS[name]}
      </label>
      {hint ? (
        <p id={`${idOf(name)}-hint`} className={hintClasses}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${idOf(name)}-error`} className={errorClasses}>
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  )
}
