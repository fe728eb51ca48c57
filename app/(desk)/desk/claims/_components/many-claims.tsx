'use client'

import { Shortcut } from '@/app/_parts/keys/shortcut'
import { Button } from '@/app/_ui/button'
import { inputClasses, selectClasses } from '@/app/_ui/control-styles'
import { useForm } from '@/app/_ui/form-context'

/** What may be done with the ticked claims, each move with its own button. */
export function ManyClaims({
  n,
  people,
  topics,
  me,
  onNone,
}: {
  n: number
  people: { id: string; name: string }[]
  topics: string[]
  me: string | null
  onNone?: () => void
}) {
  const { pending } = useForm()
  const these = n > 0 ? `${n}` : 'what is ticked'
  return (
    <div
      className="sticky top-14 z-10 flex flex-wrap items-end gap-x-6 gap-y-3 border border-accent bg-raised p-3"
      data-bulk
    >
      <div className="flex items-end gap-2">
        <label className="flex flex-col gap-1 text-13">
          Person
          <select name="assigneeId" defaultValue={me ?? ''} className={`${selectClasses} w-48`}>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === me ? `${name} (you)` : name}
              </option>
            ))}
            <option value="">Nobody</option>
          </select>
        </label>
        <Button type="submit" name="move" value="assign" pending={pending}>
          Assign {these}
        </Button>
      </div>
      <div className="flex items-end gap-2">
        <label className="flex flex-col gap-1 text-13">
          Topic
          <input
            name="topic"
            list="known-topics"
            autoComplete="off"
            maxLength={60}
            className={`${inputClasses} w-44`}
          />
        </label>
        <datalist id="known-topics">
          {topics.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
        <Button type="submit" name="move" value="topic" pending={pending}>
          Add to {these}
        </Button>
      </div>
      {onNone ? (
        <Button variant="quiet" onClick={onNone}>
          None <Shortcut id="list-select-all" />
        </Button>
      ) : null}
    </div>
  )
}
