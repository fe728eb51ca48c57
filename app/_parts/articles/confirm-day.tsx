'use client'

import { ActionForm, type FormAction, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { Day } from '@/lib/core/days'
import { type ProposedDay, ProposedDays } from './proposed-days'

/**
 * Asks for the day on which an article was published: the proposed days to press, each with the words that speak for it,
 * and a field for any other day.
 */
export function ConfirmDay({
  articleId,
  revision,
  known,
  proposed,
  action,
}: {
  articleId: string
  revision: number
  known: Day | null
  proposed: ProposedDay[]
  action: FormAction<{ revision: number }>
}) {
  return (
    <div className="flex max-w-measure flex-col gap-6">
      {proposed.length > 0 ? (
        <ActionForm action={action} id={`day-${articleId}`}>
          <Hidden articleId={articleId} revision={revision} />
          <fieldset>
            <legend className="mb-2 font-medium">Days that fit the words of the text</legend>
            <ProposedDays days={proposed} name="publishedOn" />
          </fieldset>
        </ActionForm>
      ) : null}
      <ActionForm action={action} id={`other-day-${articleId}`}>
        <Hidden articleId={articleId} revision={revision} />
        <div className="flex flex-wrap items-end gap-3">
          {proposed.length > 0 ? null : (
            <p className="w-full text-13 text-ink-soft">
              Nothing in the text points to a day. Look at the page that it came from.
            </p>
          )}
          <Field name="publishedOn" label={proposed.length > 0 ? 'Another day' : 'Published on'}>
            <Input type="date" defaultValue={known ?? undefined} className="w-44" />
          </Field>
          <SubmitButton variant="secondary">Confirm this day</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}

function Hidden({ articleId, revision }: { articleId: string; revision: number }) {
  return (
    <>
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="revision" value={revision} />
    </>
  )
}
