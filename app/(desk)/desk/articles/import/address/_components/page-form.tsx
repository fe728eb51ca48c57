'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Button, LinkButton } from '@/app/_ui/button'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { fieldId, useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import type { DayCandidate } from '@/lib/articles/rules/cleaning'
import type { Day } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { BodyAndCuts, type CutPiece } from '../../_components/body-and-cuts'
import { ImportedNotice } from '../../_components/imported-notice'
import { importPageAction } from '../actions'
import type { ImportedAnswer } from '../answers'

/** What was understood of a page, in plain values. `isSold`: it says of itself that it is not free to read. */
export type PageView = {
  rawPageId: string
  url: string
  title: string
  titleFrom: 'page' | 'text' | 'first sentence'
  publisher: string
  publisherFrom: 'page' | 'text' | 'address'
  byline: string
  publishedOn: string
  dayBasis: string | null
  candidates: DayCandidate[]
  isSold: boolean
  known: { id: string; title: string } | null
  body: string
  bodyLength: number
  cut: CutPiece[]
}

const FORM = 'fetched'
const TITLE_FROM = {
  page: 'Read from the page.',
  text: 'Read from the text.',
  'first sentence': 'The page names none; the first sentence stands in.',
}
const PUBLISHER_FROM = {
  page: 'Read from the page.',
  text: 'Read from the text.',
  address: 'The page names none; the address stands in.',
}

/** What was understood of a page, to be corrected and imported. */
export function PageForm({ page, today }: { page: PageView; today: Day }) {
  return (
    <ActionForm<ImportedAnswer> action={importPageAction} id={FORM} className="max-w-page">
      <PageBody page={page} today={today} />
    </ActionForm>
  )
}

function PageBody({ page, today }: { page: PageView; today: Day }) {
  const { result } = useForm()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  if (result.status === 'ok') {
    return (
      <>
        <ImportedNotice {...(result.value as ImportedAnswer)} />
        <div>
          <LinkButton href="/desk/articles/import/address">Import another page</LinkButton>
        </div>
      </>
    )
  }
  return (
    <section aria-labelledby="understood-heading" className="flex flex-col gap-6" data-understanding>
      <div>
        <h2 ref={heading} tabIndex={-1} id="understood-heading" className="statement font-semibold text-21">
          What was understood
        </h2>
        <p className="mt-1 break-all text-13 text-ink-soft">
          <a href={page.url} rel="noreferrer">
            {page.url}
          </a>
        </p>
      </div>
      <Warnings page={page} />
      <input type="hidden" name="rawPageId" value={page.rawPageId} />
      <PageFields page={page} today={today} />
      <div className="flex flex-wrap items-center gap-3 border-rule border-y py-4">
        <SubmitButton pendingText="Importing …">Import this article</SubmitButton>
        <LinkButton href="/desk/articles/import/address">Fetch another address</LinkButton>
        {page.publishedOn ? null : (
          <p className="text-13 text-ink-soft">You can import without a day and confirm it later.</p>
        )}
      </div>
      <BodyAndCuts body={page.body} length={page.bodyLength} cut={page.cut} keptWith="the page" heading="h3" />
    </section>
  )
}

function Warnings({ page }: { page: PageView }) {
  return (
    <>
      {page.isSold ? (
        <Notice kind="warn" title="The page says that it is for subscribers">
          The text below may be only its beginning. Compare it with the page, and{' '}
          <Link href={`/desk/articles/import?url=${encodeURIComponent(page.url)}`}>paste the whole text</Link> if some
          is missing.
        </Notice>
      ) : null}
      {page.known ? (
        <Notice kind="info" title="The desk has this address already">
          <Link href={`/desk/articles/${page.known.id}`}>{page.known.title}</Link>. Where the text has changed, it
          becomes a new version; otherwise nothing is stored. Its title, publisher and day are not changed by it.
        </Notice>
      ) : null}
    </>
  )
}

function PageFields({ page, today }: { page: PageView; today: Day }) {
  return (
    <>
      <Field name="title" label="Title" required={false} hint={TITLE_FROM[page.titleFrom]}>
        <Input defaultValue={page.title} autoComplete="off" />
      </Field>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <Field name="publisher" label="Publisher" required={false} hint={PUBLISHER_FROM[page.publisherFrom]}>
          <Input defaultValue={page.publisher} autoComplete="off" />
        </Field>
        <Field
          name="byline"
          label="Byline"
          required={false}
          hint={page.byline ? 'Read from the page.' : 'None was found.'}
        >
          <Input defaultValue={page.byline} autoComplete="off" />
        </Field>
        <Field
          name="publishedOn"
          label="Published on"
          required={false}
          hint={page.publishedOn ? `From: ${page.dayBasis ?? 'the page'}.` : 'The page does not say.'}
        >
          <Input type="date" defaultValue={page.publishedOn} max={today} className="w-44" />
        </Field>
        {page.publishedOn === '' && page.candidates.length > 0 ? <FittingDays days={page.candidates} /> : null}
      </div>
    </>
  )
}

/** Days that fit the words of the text; pressing one puts it into the field. */
function FittingDays({ days }: { days: DayCandidate[] }) {
  const use = (day: Day) => {
    const field = document.getElementById(fieldId(FORM, 'publishedOn'))
    if (!(field instanceof HTMLInputElement)) return
    field.value = day
    field.focus()
  }
  return (
    <div>
      <p className="font-medium">Days that fit its words</p>
      <ul className="mt-1 flex flex-col divide-y divide-rule border-rule border-y">
        {days.slice(0, 4).map(({ day, reason }) => (
          <li key={day} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
            <Button size="small" className="w-28" onClick={() => use(day)}>
              {formatDay(day)}
            </Button>
            <span className="min-w-0 flex-1 basis-40 text-13 text-ink-soft">{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
