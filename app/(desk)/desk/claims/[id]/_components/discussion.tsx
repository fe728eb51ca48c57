import { CommentBody } from '@/app/_parts/discussion/comment-body'
import { Timestamp } from '@/app/_ui/timestamp'
import type { CommentItem } from '@/lib/discussion/queries'
import { CommentForm, HideCommentForm } from './comment-forms'
import { Nothing } from './section'

/** What the desk says among itself about this claim. */
export function Discussion({
  claimId,
  comments,
  hasEarlier,
  people,
  zone,
}: {
  claimId: string
  comments: CommentItem[]
  hasEarlier: boolean
  /** Whom a comment can name. */
  people: string[]
  zone: string
}) {
  const [first] = comments
  return (
    <>
      {hasEarlier && first ? <a href={`?comments=${first.id}#discussion`}>Earlier comments</a> : null}
      {comments.length === 0 ? <Nothing>No comments yet.</Nothing> : null}
      <ol className="flex flex-col gap-4">
        {comments.map((comment) => (
          <li key={comment.id} className="flex flex-col gap-1">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">{comment.authorName}</span>
              <Timestamp at={comment.createdAt} zone={zone} className="text-13 text-ink-soft" />
              {comment.canHide ? <HideCommentForm id={comment.id} /> : null}
            </div>
            {comment.body === null ? (
              <p className="text-ink-soft">This comment was hidden.</p>
            ) : (
              <CommentBody parts={comment.parts} />
            )}
          </li>
        ))}
      </ol>
      <CommentForm claimId={claimId} people={people} />
    </>
  )
}
