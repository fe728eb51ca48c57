'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { useForm } from '@/app/_ui/form-context'
import type { Day } from '@/lib/core/days'
import { importTextAction } from '../actions'
import { pasteAnswerIn, type Typed } from '../answers'
import { ImportedNotice } from './imported-notice'
import { Understanding } from './understanding'

/** `articleId`: the article that the text is a new version of. `url`: what is known of the address beforehand. */
type Place = { today: Day; articleId: string | null; url: string }

/** Text and what is known about it; first shows what is understood, then imports. */
export function PasteForm(place: Place) {
  return (
    <ActionForm action={importTextAction} id="paste" className="max-w-page">
      <PasteBody {...place} />
    </ActionForm>
  )
}

function PasteBody({ today, articleId, url }: Place) {
  const { result } = useForm()
  const answer = pasteAnswerIn(result.status === 'ok' ? result.value : null)
  if (answer?.kind === 'imported') {
    return (
      <>
        <ImportedNotice {...answer} />
        <div>
          <LinkButton href="/desk/articles/import">Import another article</LinkButton>
        </div>
      </>
    )
  }
  const typed = answer?.typed ?? null
  return (
    <>
      {articleId ? <input type="hidden" name="articleId" value={articleId} /> : null}
      {/* Remounted with each answer, so that a day that was pressed stands in its field, also without JavaScript. */}
      <PasteFields
        key={typed ? JSON.stringify([typed.publishedOn, typed.text.length]) : 'first'}
        typed={typed}
        url={url}
        today={today}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          key={answer ? 'again' : 'first'}
          name="move"
          value="read"
          variant={answer ? 'secondary' : 'primary'}
          pendingText="Reading …"
        >
          {answer ? 'Read it again' : 'Show what is understood'}
        </SubmitButton>
      </div>
      {answer ? (
        <>
          <Understanding understood={answer.understood} />
          <div className="flex flex-wrap items-center gap-3 border-rule border-t pt-4">
            <SubmitButton name="move" value="import" pendingText="Importing …">
              {articleId ? 'Add this version' : 'Import this article'}
            </SubmitButton>
            {answer.understood.publishedOn ? null : (
              <p className="text-13 text-ink-soft">You can import without a day and confirm it later.</p>
            )}
          </div>
        </>
      ) : null}
    </>
  )
}

function PasteFields({ typed, url, today }: { typed: Typed | null; url: string; today: Day }) {
  return (
    <>
      <Field
        name="text"
        label="Text of the article"
        hint="Everything that you copied, with dateline and footer. Up to 2 million characters."
      >
        <Textarea defaultValue={typed?.text} rows={12} className="max-h-[60vh] min-h-60 font-serif text-17" />
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          name="url"
          label="Address"
          required={false}
          hint="Tells later versions of this article from other articles."
        >
          <Input type="url" defaultValue={typed?.url ?? url} inputMode="url" autoComplete="off" />
        </Field>
        <Field name="title" label="Title" required={false} hint="Read from the text where it is left out.">
          <Input defaultValue={typed?.title} autoComplete="off" />
        </Field>
        <Field name="publisher" label="Publisher" required={false} hint="Read from the text, else from the address.">
          <Input defaultValue={typed?.publisher} autoComplete="off" />
        </Field>
        <Field
          name="publishedOn"
          label="Published on"
          required={false}
          hint="Read from the text, else proposed from its words."
        >
          <Input type="date" defaultValue={typed?.publishedOn} max={today} className="w-44" />
        </Field>
      </div>
    </>
  )
}
