import { DayText } from '@/app/_ui/days'
import type { PublicReply } from '@/lib/claims/queries/replies'
import { dayInZone } from '@/lib/core/days'
import { Section } from './section'

/**
 * Right of reply, in a place of its own: what those who are spoken of answered, in their words and not in ours. One that was
 * withdrawn leaves a line that says so.
 */
export function Replies({ replies, zone }: { replies: PublicReply[]; zone: string }) {
  if (replies.length === 0) return null
  return (
    <Section id="replies" title={replies.length === 1 ? 'A reply' : 'Replies'}>
      <p className="max-w-[66ch] text-13 text-ink-soft">
        In the words of those who are spoken of here, not checked by us. <a href="/methodology#reply">Right of reply</a>
      </p>
      <ul className="flex flex-col gap-5">
        {replies.map((reply) => (
          <li
            key={reply.id}
            className="max-w-[66ch] break-inside-avoid border-accent border-l-4 bg-sheet px-5 py-4"
            data-reply
          >
            <p className="mb-2 text-13">
              <span className="font-semibold">{reply.byName}</span>
              <span className="text-ink-soft">
                , received <DayText day={reply.receivedOn} />
              </span>
            </p>
            {reply.withdrawn ? (
              <p className="text-ink-soft">
                Withdrawn on <DayText day={dayInZone(reply.withdrawn.at, zone)} />: {reply.withdrawn.reason}
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
          </li>
        ))}
      </ul>
    </Section>
  )
}
