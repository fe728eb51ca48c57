import Link from 'next/link'
import { Notice } from '@/app/_ui/notice'

const WORDS = {
  created: { title: 'Imported', text: 'Its claims are being extracted and appear in the article in a moment.' },
  newSnapshot: {
    title: 'Added as a new version',
    text: 'The text had changed. The earlier version stays; claims are extracted anew.',
  },
  unchanged: { title: 'Nothing changed', text: 'This text is here already, so nothing was stored.' },
} as const

/** What became of an import, with the way to the article. */
export function ImportedNotice({
  outcome,
  articleId,
  title,
  needsDay,
}: {
  outcome: keyof typeof WORDS
  articleId: string
  title: string
  needsDay: boolean
}) {
  return (
    <Notice kind={outcome === 'unchanged' ? 'info' : 'success'} title={WORDS[outcome].title} live>
      <p>
        <Link href={`/desk/articles/${articleId}`} className="font-serif text-17">
          {title}
        </Link>
      </p>
      <p className="mt-1">{WORDS[outcome].text}</p>
      {needsDay ? (
        <p className="mt-1">
          Its publication day is not known yet: <Link href="/desk/articles?view=needs-day">confirm it in the list</Link>
          , so that words such as “this fall” get their dates.
        </p>
      ) : null}
    </Notice>
  )
}
