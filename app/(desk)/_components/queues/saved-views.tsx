'use client'

import Link from 'next/link'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Checkbox } from '@/app/_ui/choices'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { View } from '@/lib/desk/queries/views'
import { VIEW_NAME_MAX } from '@/lib/desk/rules/views'
import type { ViewPage } from '@/lib/desk/schema/views'
import { changeViewAction, deleteViewAction, saveViewAction } from '../../actions'

/** The kept filters of a page: one's own and the desk's, and the way to keep those in the address. */
export function SavedViews({
  page,
  path,
  query,
  views,
}: {
  page: ViewPage
  /** Of the page, without a query. */
  path: string
  /** The filters in the address now; empty without any. */
  query: string
  views: readonly View[]
}) {
  const current = views.find((view) => view.query === query)
  if (views.length === 0 && query === '') return null
  return (
    <section aria-label="Saved views" className="flex flex-wrap items-start gap-x-5 gap-y-2 text-15">
      {views.length > 0 ? <span className="py-1 text-13 text-ink-soft">Views</span> : null}
      {views.map((view) => (
        <Link
          key={view.id}
          href={view.query ? `${path}?${view.query}` : path}
          aria-current={view === current ? 'true' : undefined}
          title={view.isShared ? `Shared by ${view.isOwn ? 'you' : view.ownerName}` : 'Only for you'}
          className="py-0.5 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {view.name}
          {view.isShared ? <span className="ml-1 text-13 text-ink-faint">shared</span> : null}
        </Link>
      ))}
      {query !== '' && !current ? <SaveThese page={page} query={query} views={views} /> : null}
      {current?.mayChange ? <ChangeThis key={`${current.id}-${current.revision}`} view={current} /> : null}
      {current && !current.mayChange ? (
        <span className="py-1 text-13 text-ink-soft">{current.ownerName} keeps this view</span>
      ) : null}
    </section>
  )
}

const summaryClasses = 'w-fit cursor-pointer py-1 text-13 text-ink-soft hover:text-ink'
const boxClasses = 'mt-2 w-80 max-w-[calc(100vw-2rem)] border border-rule bg-raised p-4'

function SaveThese({ page, query, views }: { page: ViewPage; query: string; views: readonly View[] }) {
  const changeable = views.filter(({ mayChange }) => mayChange)
  return (
    <details>
      <summary className={summaryClasses}>Keep these filters …</summary>
      <div className={boxClasses}>
        <ActionForm action={saveViewAction} id="save-view" className="gap-4">
          <input type="hidden" name="page" value={page} />
          <input type="hidden" name="query" value={query} />
          <Field name="name" label="Name of the view" max={VIEW_NAME_MAX}>
            <Input autoComplete="off" />
          </Field>
          <Checkbox name="isShared" label="Share it with the desk" />
          <div>
            <SubmitButton>Keep</SubmitButton>
          </div>
        </ActionForm>
        {changeable.length > 0 ? (
          <div className="mt-4 flex flex-col gap-1 border-rule border-t pt-3 text-13">
            <p className="text-ink-soft">Or give these filters to a view that you have:</p>
            {changeable.map((view) => (
              <ActionForm key={view.id} action={changeViewAction} id={`give-${view.id}`} className="gap-2">
                <input type="hidden" name="viewId" value={view.id} />
                <input type="hidden" name="revision" value={view.revision} />
                <input type="hidden" name="name" value={view.name} />
                <input type="hidden" name="isShared" value={view.isShared ? 'yes' : 'no'} />
                <input type="hidden" name="query" value={query} />
                <div>
                  <SubmitButton variant="quiet" size="small">
                    {view.name}
                  </SubmitButton>
                </div>
              </ActionForm>
            ))}
          </div>
        ) : null}
      </div>
    </details>
  )
}

function ChangeThis({ view }: { view: View }) {
  return (
    <details>
      <summary className={summaryClasses}>Change this view …</summary>
      <div className={`${boxClasses} flex flex-col gap-4`}>
        <ActionForm action={changeViewAction} id="change-view" className="gap-4">
          <input type="hidden" name="viewId" value={view.id} />
          <input type="hidden" name="revision" value={view.revision} />
          <Field name="name" label="Name of the view" max={VIEW_NAME_MAX}>
            <Input defaultValue={view.name} autoComplete="off" />
          </Field>
          <Checkbox name="isShared" label="Share it with the desk" defaultChecked={view.isShared} />
          <div>
            <SubmitButton>Save</SubmitButton>
          </div>
        </ActionForm>
        <ActionForm action={deleteViewAction} id="delete-view" className="gap-2 border-rule border-t pt-4">
          <input type="hidden" name="viewId" value={view.id} />
          <p className="text-13 text-ink-soft">
            {view.isShared
              ? 'It goes for everybody. What it shows stays where it is.'
              : 'What it shows stays where it is.'}
          </p>
          <div>
            <SubmitButton variant="danger" size="small">
              Delete this view
            </SubmitButton>
          </div>
        </ActionForm>
      </div>
    </details>
  )
}
