'use client'

import { useEffect, useRef } from 'react'
import { ProposedDays } from '@/app/_parts/articles/proposed-days'
import { DefinitionList } from '@/app/_ui/page-parts'
import { formatDay } from '@/lib/core/windows'
import type { UnderstoodView } from '../answers'
import { BodyAndCuts } from './body-and-cuts'

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
      <BodyAndCuts body={body} length={bodyLength} cut={cut} keptWith="the text" heading="h4" />
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
