'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { ProposedDays } from '@/app/_parts/articles/proposed-days'
import { DefinitionList } from '@/app/_ui/page-parts'
import { Tag } from '@/app/_ui/tag'
import { formatDay } from '@/lib/core/windows'
import type { UnderstoodView } from '../answers'

const TITLE_FROM = {
  given: 'as you gave it',
  text: 'read from the text',
  'first sentence': 'the first sentence stands in; give one above',
}
const PUBLISHER_FROM = {
  given: 'as you gave it',
  text: 'read from the text',
  address: 'from the address',
  nowhere: 'neither text nor address names one; give one above',
}

/** What cleaning made of a text: title, publisher, byline, day, what was cut and why, and the body that stays. */
export function Understanding({ understood }: { understood: UnderstoodView }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The answer appears below the form: the focus goes there, so that nobody has to look for it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again with each answer
  useEffect(() => heading.current?.focus(), [understood])
  const { title, titleFrom, publisher, publisherFrom, byline, cut, body, bodyLength } = understood
  return (
    <section
      aria-labelledby="understood-title"
      className="flex flex-col gap-6 border-accent border-t-2 pt-6"
      data-understanding
    >
      <h3 ref={heading} tabIndex={-1} id="understood-title" className="statement font-semibold text-21">
        What was understood
      </h3>
      <DefinitionList
        beside
        items={[
          { term: 'Title', value: <Known value={title} from={TITLE_FROM[titleFrom]} /> },
          { term: 'Publisher', value: <Known value={publisher} from={PUBLISHER_FROM[publisherFrom]} /> },
          { term: 'Byline', value: byline ?? <span className="text-ink-soft">none found</span> },
          { term: 'Published on', value: <PublicationDay understood={understood} /> },
        ]}
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <Part title="The text that stays" note={`${bodyLength.toLocaleString('en')} characters`}>
          <BodyText body={body} length={bodyLength} />
        </Part>
        <Part
          title="What was cut"
          note={
            cut.length === 0 ? undefined : `${cut.length} ${cut.length === 1 ? 'piece' : 'pieces'}, kept with the text`
          }
        >
          {cut.length === 0 ? (
            <p className="text-ink-soft">Nothing: all of the text stays.</p>
          ) : (
            <ul className="flex flex-col divide-y divide-rule border-rule border-y">
              {cut.map((piece) => (
                <li key={piece.start} className="flex flex-col items-start gap-1 py-2">
                  <Tag>{piece.reason}</Tag>
                  <CutText text={piece.text} />
                </li>
              ))}
            </ul>
          )}
        </Part>
      </div>
    </section>
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

function Known({ value, from }: { value: string; from: string }) {
  return (
    <>
      {value} <span className="text-13 text-ink-soft">({from})</span>
    </>
  )
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h4 className="flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
        {title}
        {note ? <span className="font-normal text-13 text-ink-soft">{note}</span> : null}
      </h4>
      {children}
    </div>
  )
}

function PublicationDay({ understood }: { understood: UnderstoodView }) {
  const { publishedOn, publishedOnBasis, candidates } = understood
  if (publishedOn) return <Known value={formatDay(publishedOn)} from={publishedOnBasis ?? ''} />
  if (candidates.length === 0)
    return <span>Not stated, and nothing in the text points to a day. Enter it above, or confirm it later.</span>
  return (
    <div className="flex flex-col gap-2">
      <p>Not stated. These days fit the words of the text; press the right one:</p>
      <ProposedDays days={candidates} name="chosenDay" />
    </div>
  )
}
