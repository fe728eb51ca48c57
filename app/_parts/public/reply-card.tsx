import { DayText } from '@/app/_ui/days'
import type { PublicReply } from '@/lib/claims/queries/replies'
import type { Day } from '@/lib/core/days'

/** One reply, in its sender's words. `withdrawnOn`: the newsroom's day of its withdrawal, of one that was withdrawn. */
export const ReplyCard = ({ reply, withdrawnOn }: { reply: PublicReply; withdrawnOn: Day | null }) => (
  <div className="max-w-[66ch] break-inside-avoid border-accent border-l-4 bg-sheet px-5 py-4" data-reply>
    <p className="mb-2 text-13">
      <span className="font-semibold">{reply.byName}</span>
      <span className="text-ink-soft">
        , received <DayText day={reply.receivedOn} />
      </span>
    </p>
    {reply.withdrawn && withdrawnOn ? (
      <p className="text-ink-soft">
        Withdrawn on <DayText day={withdrawnOn} />: {reply.withdrawn.reason}
      </p>
    ) : (
      <blockquote className="wrap-anywhere whitespace-pre-line">{reply.text}</blockquote>
    )}
    {reply.url ? (
      <p className="wrap-anywhere mt-2 text-13">
        <a href={reply.url} rel="external noopener nofollow">
          {reply.url}
        </a>
      </p>
    ) : null}
  </div>
)
