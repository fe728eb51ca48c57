import { DayText } from '@/app/_ui/days'
import { Timestamp } from '@/app/_ui/timestamp'
import type { ReplyView } from '@/lib/claims/queries/replies'
import { newId } from '@/lib/core/ids'
import { AddReplyForm, WithdrawReplyForm } from './reply-forms'

type Props = {
  of: { speakerId: string } | { claimId: string }
  replies: ReplyView[]
  mayKeep: boolean
  mayAdd?: boolean
  today: string
  zone: string
}

/** The replies of a page at the desk; editors add and withdraw them. Nothing where there is none and none may be added. */
export function DeskReplies({ of, replies, mayKeep, mayAdd = true, today, zone }: Props) {
  if (replies.length === 0 && !(mayKeep && mayAdd)) return null
  return (
    <section id="replies" aria-labelledby="replies-title" className="flex scroll-mt-20 flex-col gap-4">
      <h2 id="replies-title" className="statement font-semibold text-21">
        Replies
      </h2>
      {replies.length === 0 ? (
        <p className="text-ink-soft">None yet. Whoever is spoken of may reply; readers see it beside our words.</p>
      ) : null}
      <ul className="flex flex-col gap-4">
        {replies.map((reply) => (
          <li key={reply.id} className="flex flex-col gap-2 border-rule border-l-2 pl-3">
            <Reply reply={reply} zone={zone} />
            {mayKeep && reply.withdrawnAt === null ? <WithdrawReplyForm id={reply.id} byName={reply.byName} /> : null}
          </li>
        ))}
      </ul>
      {mayKeep && mayAdd ? <AddReplyForm of={of} today={today} newId={newId()} /> : null}
    </section>
  )
}

function Reply({ reply, zone }: { reply: ReplyView; zone: string }) {
  const { byName, receivedOn, body, url, addedBy, addedAt, withdrawnAt, withdrawnBy, withdrawnReason } = reply
  return (
    <>
      <p className="wrap-anywhere whitespace-pre-line">{body}</p>
      {url ? (
        <p className="wrap-anywhere text-13">
          <a href={url} rel="external noopener">
            {url}
          </a>
        </p>
      ) : null}
      <p className="text-13 text-ink-soft">
        {byName}, received <DayText day={receivedOn} />; added by {addedBy.name},{' '}
        <Timestamp at={addedAt.toISOString()} zone={zone} />
      </p>
      {withdrawnAt ? (
        <p className="text-13">
          <strong className="font-semibold">Withdrawn</strong> by {withdrawnBy?.name},{' '}
          <Timestamp at={withdrawnAt.toISOString()} zone={zone} />: {withdrawnReason}
        </p>
      ) : null}
    </>
  )
}
