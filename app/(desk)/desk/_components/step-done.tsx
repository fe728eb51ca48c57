import { z } from 'zod'
import { DoneNotice } from './done-notice'

/** What a step on a prediction or an outcome did: its form is gone with it, so the page says it. */
const WORDS = {
  proposed: 'Proposed. A second person can open it now.',
  opened: 'Approved: it is frozen and public.',
  'sent-back': 'Sent back with your reason.',
  judged: 'Proposed. A second person decides.',
  'judgement-approved': 'Approved: it is resolved.',
  'judgement-refused': 'Refused with your reason.',
  'resolution-undone': 'Undone: the prediction is open again.',
  submitted: 'Submitted. A second person can approve it now.',
  dropped: 'Dropped. What was saved of it is kept, with your reason.',
  approved: 'Approved: its predictions are resolved.',
  undone: 'Undone: its predictions are open again.',
} as const
export type StepName = keyof typeof WORDS

const Query = z.object({
  done: z
    .enum(Object.keys(WORDS) as [StepName, ...StepName[]])
    .optional()
    .catch(undefined),
})

/** Nothing where the address says of no step that it was done; else its words, which take the focus. `once`: a key of this request. */
export function StepDone({ search, without, once }: { search: unknown; without: string; once: string }) {
  const { done } = Query.parse(search)
  if (done === undefined) return null
  return (
    <div className="max-w-measure">
      <DoneNotice key={once} without={without}>
        {WORDS[done]}
      </DoneNotice>
    </div>
  )
}
