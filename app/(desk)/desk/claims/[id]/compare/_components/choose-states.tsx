import Link from 'next/link'
import { Button } from '@/app/_ui/button'
import { Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { formatInstant } from '@/app/_ui/instants'
import type { ComparableState } from '@/lib/verdicts/queries/comparing'
import { compareHref } from '../../_components/history'

type Props = { claimId: string; states: readonly ComparableState[]; from: string; to: string; zone: string }

/** Which two states are compared: a plain form whose answer is an address. */
export function ChooseStates({ claimId, states, from, to, zone }: Props) {
  const choices = (chosen: string) => (
    <Select key={chosen} defaultValue={chosen}>
      {states.some(({ key }) => key === chosen) ? null : <option value={chosen}>An earlier save</option>}
      {states.map((state) => (
        <option key={state.key} value={state.key}>
          {wordsOf(state, zone)}
        </option>
      ))}
    </Select>
  )
  return (
    <form
      method="get"
      action={`/desk/claims/${claimId}/compare`}
      className="flex flex-wrap items-end gap-4"
      aria-label="What is compared"
    >
      <Field name="from" label="From" className="min-w-0 flex-1 basis-72">
        {choices(from)}
      </Field>
      <Field name="to" label="To" className="min-w-0 flex-1 basis-72">
        {choices(to)}
      </Field>
      <div className="flex items-center gap-4">
        <Button type="submit" variant="primary">
          Compare
        </Button>
        <Link href={compareHref(claimId, { from: to, to: from })}>The other way round</Link>
      </div>
    </form>
  )
}

function wordsOf({ kind, ordinal, revision, isDropped, by, at }: ComparableState, zone: string): string {
  if (kind === 'now') return 'As it stands now'
  const when = at ? formatInstant(at, zone, true) : ''
  if (kind === 'published') return `Version ${ordinal}, published ${when}, approved by ${by}`
  return `${isDropped ? 'Dropped draft' : `Draft of version ${ordinal}`}, revision ${revision}, saved ${when} by ${by}`
}
