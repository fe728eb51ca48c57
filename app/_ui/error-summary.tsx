'use client'

import type { Ref } from 'react'

/** What went wrong, above the form: first the whole, then a link to each field. Takes the focus when it appears. */
export function ErrorSummary({
  text,
  errors,
  ref,
}: {
  text: string
  errors: { href: string; text: string }[]
  ref?: Ref<HTMLDivElement>
}) {
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      data-error-summary
      className="rounded-m border-2 border-rating-false bg-raised p-4 focus-visible:outline-offset-4"
    >
      <h2 className="font-semibold text-17">There is a problem</h2>
      <p className="mt-1">{text}</p>
      {errors.length > 0 ? (
        <ul className="mt-2 flex flex-col gap-1">
          {errors.map((error) => (
            <li key={error.href + error.text}>
              <a
                href={error.href}
                className="font-medium text-rating-false hover:text-rating-false"
                onClick={(event) => {
                  // A hash jump moves the view but not the focus to a text control in every browser.
                  const target = document.getElementById(error.href.slice(1))
                  if (!target) return
                  event.preventDefault()
                  target.focus()
                }}
              >
                {error.text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
