import type { CommentPart } from '@/lib/discussion/queries'
import { cx } from '../../_ui/classes'

/** What a comment says, with the people it names set off; whoever reads it sees at once where they are meant. */
export function CommentBody({ parts }: { parts: CommentPart[] }) {
  let at = 0
  const placed = parts.map((part) => {
    const start = at
    at += part.text.length
    return { ...part, start }
  })
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      {placed.map(({ text, names, start }) =>
        names === 'nobody' ? (
          text
        ) : (
          <span
            key={start}
            className={cx('rounded-s px-0.5 font-medium text-accent', names === 'you' && 'bg-accent-wash')}
          >
            {text}
            {names === 'you' ? <span className="sr-only"> (you)</span> : null}
          </span>
        ),
      )}
    </p>
  )
}
