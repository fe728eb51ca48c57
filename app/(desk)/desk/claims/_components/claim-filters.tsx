import { Button } from '@/app/_ui/button'
import { selectClasses } from '@/app/_ui/control-styles'

const STATES = [
  ['accepted', 'Accepted'],
  ['in_review', 'In review'],
  ['submitted', 'Submitted'],
  ['published', 'Published'],
  ['withdrawn', 'Withdrawn'],
  ['merged', 'Merged'],
  ['hidden', 'Hidden'],
] as const
const KINDS = [
  ['statistic', 'Statistic'],
  ['prediction', 'Prediction'],
  ['event', 'Event'],
  ['statement', 'Statement'],
] as const

/** State and kind, in the address: a reload or a shared link gives the same list. */
export function ClaimFilters({ view, state, kind }: { view: string; state?: string; kind?: string }) {
  return (
    <form method="get" action="/desk/claims" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="view" value={view} />
      <Choice name="state" label="State" any="Open and published" options={STATES} value={state} />
      <Choice name="kind" label="Kind" any="Every kind" options={KINDS} value={kind} />
      <Button type="submit">Filter</Button>
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  any: string
  options: readonly (readonly [string, string])[]
  value?: string
}

function Choice({ name, label, any, options, value }: ChoiceProps) {
  return (
    <label className="flex flex-col gap-1 text-13">
      {label}
      <select key={value} name={name} defaultValue={value ?? ''} className={selectClasses}>
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
