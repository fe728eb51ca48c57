'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { MAX_TITLE } from '@/lib/articles/rules/limits'
import { updateDetailsAction } from '../../../actions'

type Article = {
  id: string
  revision: number
  title: string
  byline: string | null
  url: string | null
  publisher: { id: string }
}

export function DetailsForm({ article, publishers }: { article: Article; publishers: { id: string; name: string }[] }) {
  return (
    <ActionForm action={updateDetailsAction} id="article-details">
      <input type="hidden" name="articleId" value={article.id} />
      <input type="hidden" name="revision" value={article.revision} />
      <Field name="title" label="Title" max={MAX_TITLE}>
        <Input defaultValue={article.title} autoComplete="off" />
      </Field>
      <Field name="byline" label="Byline" required={false}>
        <Input defaultValue={article.byline ?? undefined} autoComplete="off" />
      </Field>
      <Field name="url" label="Address" required={false}>
        <Input type="url" inputMode="url" defaultValue={article.url ?? undefined} autoComplete="off" />
      </Field>
      <Field name="publisherId" label="Publisher">
        <Select defaultValue={article.publisher.id}>
          {publishers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </ActionForm>
  )
}
