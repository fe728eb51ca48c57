'use client'

import './globals.css'
import ErrorPage from './error'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** When even the frame failed: it brings its own. */
export default function GlobalError(props: Props) {
  return (
    <html lang="en">
      <body>
        <title>Failed · Borne Out</title>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
