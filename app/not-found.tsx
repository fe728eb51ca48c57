import type { Metadata } from 'next'
import { Wordmark } from './_parts/shell/wordmark'
import { LinkButton } from './_ui/button'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

export default function NotFound() {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-measure flex-col px-4 pt-[max(2rem,12vh)] pb-12">
      <header className="mb-8 border-ink border-b-2 pb-4">
        <Wordmark href="/" />
      </header>
      <main id="main">
        <h1 className="statement font-semibold text-28">There is nothing at this address</h1>
        <p className="mt-2 mb-6 text-17 text-ink-soft">
          It may have been mistyped, or what stood here is not public. Published pages keep their addresses.
        </p>
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/" variant="primary">
            To the latest verdicts
          </LinkButton>
          <LinkButton href="/search">Search</LinkButton>
        </div>
      </main>
    </div>
  )
}
