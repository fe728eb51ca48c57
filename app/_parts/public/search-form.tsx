import { buttonClasses } from '../../_ui/button-styles'
import { errorClasses, hintClasses, inputClasses } from '../../_ui/control-styles'

/** A plain form that leads to the search page; needs no script. `error` says what is wrong with what was typed. */
export function SearchForm({ text = '', hint, error }: { text?: string; hint?: string; error?: string }) {
  const described = [hint && 'search-hint', error && 'search-error'].filter(Boolean).join(' ')
  return (
    <search>
      <form action="/search" className="flex flex-col gap-1">
        <label htmlFor="search-text" className="font-medium">
          Search what was claimed
        </label>
        {hint ? (
          <p id="search-hint" className={hintClasses}>
            {hint}
          </p>
        ) : null}
        {error ? (
          <p id="search-error" className={errorClasses}>
            {error}
          </p>
        ) : null}
        <div className="flex gap-2">
          <input
            id="search-text"
            type="search"
            name="q"
            defaultValue={text}
            autoComplete="off"
            aria-describedby={described || undefined}
            aria-invalid={error ? true : undefined}
            className={inputClasses}
          />
          <button type="submit" className={buttonClasses({ variant: 'primary' })}>
            Search
          </button>
        </div>
      </form>
    </search>
  )
}
