'use client'

import { buttonClasses } from './_ui/button-styles'

type Props = { error: Error & { digest?: string }; reset: () => void }

/**
 * For what nobody expected while a page was made. The id is the one under which the server logged it. Every page loads this,
 * readers' pages too, so it takes the bare classes: the button component brings more script than all of this.
 */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <main id="main" className="mx-auto w-full max-w-measure px-4 py-[max(2rem,12vh)]">
      <h1 className="statement font-semibold text-28">This page failed</h1>
      <p className="mt-2 mb-6 text-17 text-ink-soft">
        Nothing was changed. Try again; if it fails again, tell whoever runs this place
        {error.digest ? ` the id ${error.digest}` : ' what you did'}.
      </p>
      <div className="flex flex-wrap gap-2">
        <button type="button" className={buttonClasses({ variant: 'primary' })} onClick={reset}>
          Try again
        </button>
        <a href="/" className={buttonClasses()}>
          To the first page
        </a>
      </div>
    </main>
  )
}
