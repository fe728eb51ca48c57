import Link from 'next/link'
import { z } from 'zod'
import { getSpeaker } from '@/lib/claims/queries/speakers'
import type { Context } from '@/lib/core/context'
import { Id } from '@/lib/core/ids'
import { DoneNotice } from '../../_components/done-notice'

const WORDS = {
  confirmed: 'Confirmed: the spelling is recognised from now on.',
  forgotten: 'The spelling is forgotten.',
  saved: 'Saved.',
  merged: 'Merged. This can be undone here.',
  'merge-undone': 'The merge is undone: what it moved is back.',
} as const

/** What the address may say was done just now. */
export const SpeakerDone = {
  done: z
    .enum(['split', ...Object.keys(WORDS)] as ['split', ...(keyof typeof WORDS)[]])
    .optional()
    .catch(undefined),
  speaker: Id.optional().catch(undefined),
}
type Done = { done?: 'split' | keyof typeof WORDS; speaker?: string }

/** Says it above the page; `without` is the page's address without it. */
export async function SpeakerDoneNotice({ ctx, query, without }: { ctx: Context; query: Done; without: string }) {
  const { done, speaker } = query
  if (done === undefined) return null
  const other = done === 'split' && speaker ? await getSpeaker(ctx, speaker) : null
  return (
    <DoneNotice key={ctx.requestId} without={without}>
      {done === 'split' ? (
        <>
          The spelling is a speaker of its own now
          {other ? (
            <>
              : <Link href={`/desk/speakers/${other.id}`}>{other.name}</Link>
            </>
          ) : null}
          . Merging the two again is the undo.
        </>
      ) : (
        WORDS[done]
      )}
    </DoneNotice>
  )
}
