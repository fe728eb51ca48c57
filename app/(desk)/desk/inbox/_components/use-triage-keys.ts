'use client'

import { useRouter } from 'next/navigation'
import { announce } from '@/app/_parts/keys/announce'
import { useKeyActions } from '@/app/_parts/keys/keys-context'
import type { InboxRow } from '../rows'
import type { Move } from './inbox-state'
import type { useInbox } from './use-inbox'

/** What the keys of the registry do in the inbox. Two decide: a move, and a number where it asks which. */
export function useTriageKeys({
  inbox: { change, undo, state, waiting, claimOf },
  row,
  mayTriage,
  take,
  word,
}: {
  inbox: ReturnType<typeof useInbox>
  row: InboxRow | null
  mayTriage: boolean
  take: (move: Move) => void
  word: () => void
}): void {
  const router = useRouter()
  const pick = (number: number) => () => pickNumber(number)
  useKeyActions({
    'list-next': () => change({ do: 'step', by: 1 }),
    'list-back': () => change({ do: 'step', by: -1 }),
    'list-open': () => row !== null && router.push(`/desk/articles/${row.article.id}?c=${row.id}#claim-${row.id}`),
    ...(mayTriage
      ? {
          'list-select': () => row !== null && change({ do: 'select', id: row.id }),
          'list-select-all': () =>
            change({ do: state.selected.length === waiting.length ? 'select_none' : 'select_all' }),
          'candidate-accept': () => take('accept'),
          'candidate-merge': () => take('merge'),
          'candidate-reject': () => take('reject'),
          'candidate-word': word,
          'candidate-undo': () => void undo(),
          'candidate-evidence': () => {
            const claimId = claimOf()
            if (claimId) router.push(`/desk/claims/${claimId}#evidence`)
            else announce('Accept it first: evidence belongs to a claim.')
          },
          'pick-1': pick(1),
          'pick-2': pick(2),
          'pick-3': pick(3),
          'pick-4': pick(4),
          'pick-5': pick(5),
          'pick-6': pick(6),
          'pick-7': pick(7),
        }
      : {}),
  })
}

/** Presses the button with that number in the form that is open, or goes to its field; false when there is none. */
function pickNumber(number: number): boolean {
  const control = document.querySelector<HTMLElement>(`[data-panel-form] [data-pick="${number}"]`)
  if (control instanceof HTMLInputElement) control.focus()
  else control?.click()
  return control !== null
}
