'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { takeOverAction } from '../actions'

export function TakeOverForm({ articleId, pairs }: { articleId: string; pairs: string[] }) {
  return (
    <ActionForm action={takeOverAction} id="take-over" className="gap-2">
      <input type="hidden" name="articleId" value={articleId} />
      {pairs.map((pair) => (
        <input key={pair} type="hidden" name="pairs" value={pair} />
      ))}
      <div>
        <SubmitButton variant="secondary" size="small">
          {pairs.length === 1 ? 'Take it over' : `Take all ${pairs.length} over`}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
