import { Button } from '@/app/_ui/button'
import { inputClasses, selectClasses } from '@/app/_ui/control-styles'

type Props = { publishers: string[]; words?: string; publisher?: string; isHidden: boolean }

/** Words, publisher, and whether hidden ones, in the address: a reload or a shared link gives the same list. */
export function ExternalFilters({ publishers, words, publisher, isHidden }: Props) {
  return (
    <form method="get" action="/desk/external" className="flex flex-wrap items-end gap-3">
      <label className="flex min-w-0 flex-1 basis-56 flex-col gap-1 text-13 sm:max-w-96">
        Words of claim, claimant or publisher
        <input
          type="search"
          name="q"
          defaultValue={words}
          autoComplete="off"
          maxLength={200}
          className={inputClasses}
        />
      </label>
      <label className="flex min-w-0 flex-col gap-1 text-13">
        Publisher
        <select key={publisher} name="publisher" defaultValue={publisher ?? ''} className={`${selectClasses} max-w-72`}>
          <option value="">Every publisher</option>
          {publishers.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1 text-13">
        Which
        <select key={String(isHidden)} name="hidden" defaultValue={isHidden ? '1' : ''} className={selectClasses}>
          <option value="">Shown</option>
          <option value="1">Hidden</option>
        </select>
      </label>
      <Button type="submit">Filter</Button>
    </form>
  )
}
