'use client'

import { Button, LinkButton } from './_ui/button'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** For what nobody expected while a page was made. The id is the one under which the server logged it. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <main id="main" className="mx-auto w-full max-w-measure px-4 py-[max(2rem,12vh)]">
      <h1 className="statement font-semibold text-28">This page failed</h1>
      <p className="mt-2 mb-6 text-17 text-ink-soft">
        Nothing was changed. Try again; if it fails again, tell whoever runs this place
        {error.digest ? ` the id ${error.digest}` : ' what you did'}.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/">To the first page</LinkButton>
      </div>
    </main>
  )
}
