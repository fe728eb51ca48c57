import type { ReactNode } from 'react'
import { Tag } from '@/app/_ui/tag'

export type CutPiece = { text: string; reason: string }

/**
 * The body that stays (its beginning; `length` is that of all of it) beside what was cut and why. `heading`: one below
 * the heading around.
 */
export function BodyAndCuts({
  body,
  length,
  cut,
  keptWith,
  heading,
}: {
  body: string
  length: number
  cut: readonly CutPiece[]
  /** Where what was cut can be read again. */
  keptWith: 'the text' | 'the page'
  heading: 'h3' | 'h4'
}) {
  const [first, rest] = [cut.slice(0, FIRST), cut.slice(FIRST)]
  return (
    <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
      <Part heading={heading} title="The text that stays" note={`${length.toLocaleString('en')} characters`}>
        <BodyText body={body} length={length} />
      </Part>
      <Part
        heading={heading}
        title="What was cut"
        note={
          cut.length === 0 ? undefined : `${cut.length} ${cut.length === 1 ? 'piece' : 'pieces'}, kept with ${keptWith}`
        }
      >
        {cut.length === 0 ? (
          <p className="text-ink-soft">Nothing: all of the text stays.</p>
        ) : (
          <div className="border-rule border-y">
            <CutList pieces={first} />
            {rest.length > 0 ? (
              <details className="border-rule border-t">
                <summary className="w-fit cursor-pointer py-2 text-13 text-accent">
                  {rest.length} more {rest.length === 1 ? 'piece' : 'pieces'}
                </summary>
                <CutList pieces={rest} />
              </details>
            ) : null}
          </div>
        )}
      </Part>
    </div>
  )
}

/** How many pieces are seen at once; the others are a press away. */
const FIRST = 12

function CutList({ pieces }: { pieces: readonly CutPiece[] }) {
  return (
    <ul className="flex flex-col divide-y divide-rule">
      {pieces.map((piece, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two pieces may be the same; the list never changes
        <li key={i} className="flex flex-col items-start gap-1 py-2">
          <Tag>{piece.reason}</Tag>
          <CutText text={piece.text} />
        </li>
      ))}
    </ul>
  )
}

/** How much of a long piece, such as a comment section, is seen before it is opened. */
const GLIMPSE = 160

function CutText({ text }: { text: string }) {
  const classes = 'whitespace-pre-line font-serif text-ink-soft'
  if (text.length <= GLIMPSE * 1.5) return <p className={classes}>{text}</p>
  return (
    <details>
      <summary className="cursor-pointer">
        <span className={classes}>{text.slice(0, GLIMPSE).trimEnd()} … </span>
        <span className="text-13 text-accent">all {text.length.toLocaleString('en')} characters</span>
      </summary>
      <p className={`${classes} mt-2`}>{text}</p>
    </details>
  )
}

function BodyText({ body, length }: { body: string; length: number }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="The text that stays"
      className="max-h-[60vh] overflow-y-auto border border-rule bg-raised p-4"
    >
      <p className="whitespace-pre-line font-serif text-17">{body}</p>
      {length > body.length ? (
        <p className="mt-3 text-13 text-ink-soft">
          … and {(length - body.length).toLocaleString('en')} characters more
        </p>
      ) : null}
    </section>
  )
}

function Part({
  heading: Heading,
  title,
  note,
  children,
}: {
  heading: 'h3' | 'h4'
  title: string
  note?: string
  children: ReactNode
}) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Heading className="flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
        {title}
        {note ? <span className="font-normal text-13 text-ink-soft">{note}</span> : null}
      </Heading>
      {children}
    </div>
  )
}
