import { Folded } from '@/app/_ui/folded'
import type { PublicReply } from '@/lib/claims/queries/replies'
import { dayInZone } from '@/lib/core/days'
import { ReplyCard } from './reply-card'
import { Section } from './section'

/** So many stand open; the others are folded below them. */
const SHOWN = 20

/**
 * Right of reply, in a place of its own: what those who are spoken of answered, in their words and not in ours. One that was
 * withdrawn leaves a line that says so.
 */
export function Replies({ replies, zone }: { replies: PublicReply[]; zone: string }) {
  if (replies.length === 0) return null
  const [shown, more] = [replies.slice(0, SHOWN), replies.slice(SHOWN)]
  return (
    <Section id="replies" title={replies.length === 1 ? 'A reply' : 'Replies'}>
      <p className="max-w-[66ch] text-13 text-ink-soft">
        In the words of those who are spoken of here, not checked by us. <a href="/methodology#reply">Right of reply</a>
      </p>
      <List replies={shown} zone={zone} />
      {more.length > 0 ? (
        <Folded label={`Show ${more.length} more`}>
          <List replies={more} zone={zone} />
        </Folded>
      ) : null}
    </Section>
  )
}

const List = ({ replies, zone }: { replies: PublicReply[]; zone: string }) => (
  <ul className="flex flex-col gap-5">
    {replies.map((reply) => (
      <li key={reply.id}>
        <ReplyCard reply={reply} withdrawnOn={reply.withdrawn && dayInZone(reply.withdrawn.at, zone)} />
      </li>
    ))}
  </ul>
)
