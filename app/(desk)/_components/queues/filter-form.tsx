import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { inputClasses, selectClasses } from '@/app/_ui/control-styles'

type Option = readonly [value: string, words: string]
export const KIND_OPTIONS: readonly Option[] = [
  ['statistic', 'Statistic'],
  ['prediction', 'Prediction'],
  ['event', 'Event'],
  ['statement', 'Statement'],
]
export const AGE_OPTIONS: readonly Option[] = [
  ['day', 'Within a day'],
  ['week', 'Within a week'],
  ['older', 'Over a week ago'],
]

/**
 * Filters of a queue in its address: a reload or a shared link gives the same list. The search is always seen, the rest folded
 * away until one of them is in use. `kept` travels along unseen.
 */
export function FilterForm({
  action,
  kept = {},
  words,
  more,
  isFiltered,
  isMoreUsed,
  clear,
}: {
  action: string
  kept?: Record<string, string | undefined>
  words: string | undefined
  more: ReactNode
  isFiltered: boolean
  isMoreUsed: boolean
  clear: string
}) {
  return (
    <form method="get" action={action} className="flex flex-col gap-3" aria-label="Filters">
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <div className="flex flex-wrap items-center gap-3">
        <input
          key={words}
          name="words"
          type="search"
          aria-label="Words"
          placeholder="Words"
          defaultValue={words}
          maxLength={120}
          autoComplete="off"
          className={`${inputClasses} w-auto min-w-0 max-w-64 flex-1`}
        />
        <Button type="submit">Filter</Button>
        {isFiltered ? (
          <a href={clear} className="flex h-10 items-center text-15">
            Show all
          </a>
        ) : null}
      </div>
      <details open={isMoreUsed}>
        <summary className="w-fit cursor-pointer text-13 text-ink-soft hover:text-ink">More filters</summary>
        <div className="mt-2 flex flex-wrap items-end gap-3">
          {more}
          <Button type="submit">Apply</Button>
        </div>
      </details>
    </form>
  )
}

export function FilterChoice({
  name,
  label,
  any,
  options,
  value,
}: {
  name: string
  label: string
  any: string
  options: readonly Option[]
  value: string | undefined
}) {
  return (
    <label className="flex flex-col gap-1 text-13">
      {label}
      <select key={value} name={name} defaultValue={value ?? ''} className={`${selectClasses} max-w-56`}>
        <option value="">{any}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

export function FilterWords({
  name,
  label,
  value,
  type = 'text',
  className = 'w-44',
}: {
  name: string
  label: string
  value: string | number | undefined
  type?: 'text' | 'number'
  className?: string
}) {
  const bounds = type === 'number' ? { min: 1, max: 100, inputMode: 'numeric' as const } : { maxLength: 120 }
  return (
    <label className="flex flex-col gap-1 text-13">
      {label}
      <input
        key={value}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete="off"
        {...bounds}
        className={`${inputClasses} ${className}`}
      />
    </label>
  )
}
