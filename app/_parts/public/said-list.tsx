import type { Day } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { shortQuote } from '@/lib/publishing/present'
import { Excerpt } from '../record/excerpt'

/** Where something was said: a short quote and the article's particulars. */
export type SaidEntry = {
  quote: string
  speakerText: string | null
  relayText: string | null
  article: { title: string; url: string | null; publishedOn: Day | null; publisher: { name: string; slug: string } }
}

/** The words for the speaker are shown where they differ from the name that stands on the page. */
export function SaidList({ entries, speakerName }: { entries: SaidEntry[]; speakerName: string | undefined }) {
  return (
    <ul className="flex flex-col gap-5">
      {entries.map(({ quote, speakerText, relayText, article }) => (
        <li key={`${article.url ?? article.title} ${quote}`}>
          <Excerpt
            quote={shortQuote(quote)}
            source={article.title}
            href={article.url ?? undefined}
            meta={
              <>
                <a href={`/publishers/${article.publisher.slug}`}>{article.publisher.name}</a>
                {article.publishedOn ? `, ${formatDay(article.publishedOn)}` : ''}
                {speakerText && speakerText !== speakerName ? ` · attributed to “${speakerText}”` : ''}
                {relayText ? ` · through ${relayText}` : ''}
              </>
            }
          />
        </li>
      ))}
    </ul>
  )
}
