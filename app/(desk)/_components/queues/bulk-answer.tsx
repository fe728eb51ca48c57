'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/app/_ui/action-form'
import { Notice } from '@/app/_ui/notice'
import { counted } from '@/lib/core/counts'
import { type ActionResult, IDLE } from '@/lib/core/results'
import type { BulkAnswer } from '@/lib/desk/schema/bulk'
import { undoBulkAction } from '../../actions'

/** What became of a move of many: how many were moved, which were not and why, and the way back, as one. */
export function BulkAnswerNotice({ answer, did }: { answer: ActionResult<BulkAnswer>; did: (n: number) => string }) {
  const [undone, undo] = useActionState<ActionResult<Omit<BulkAnswer, 'bulkId'>>, FormData>(
    undoBulkAction,
    IDLE as ActionResult<Omit<BulkAnswer, 'bulkId'>>,
  )
  if (answer.status === 'idle') return null
  if (answer.status === 'error')
    return (
      <Notice kind="danger">
        {answer.text} {Object.values(answer.fields).join(' ')}
      </Notice>
    )
  const { bulkId, done, refused } = answer.value
  if (undone.status === 'ok')
    return (
      <Notice kind="success" title="Taken back">
        {counted(undone.value.done.length, 'change was', 'changes were')} taken back.
        <Refused refused={undone.value.refused} />
      </Notice>
    )
  return (
    <Notice kind={refused.length > 0 ? 'warn' : 'success'} title={did(done.length)} live>
      <Refused refused={refused} />
      {undone.status === 'error' ? <p className="text-rating-false">{undone.text}</p> : null}
      {bulkId ? (
        <form action={undo} className="mt-1">
          <input type="hidden" name="bulkId" value={bulkId} />
          <SubmitButton variant="secondary" size="small">
            Undo all of it
          </SubmitButton>
        </form>
      ) : null}
    </Notice>
  )
}

function Refused({ refused }: { refused: BulkAnswer['refused'] }) {
  if (refused.length === 0) return null
  return (
    <>
      <p>{counted(refused.length, 'was', 'were')} left as it stood:</p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {refused.map(({ id, words, reason }) => (
          <li key={id}>
            <span className="statement">{words}</span>: <span className="text-ink-soft">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
