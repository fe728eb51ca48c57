import type { Day } from '@/lib/core/days'
import type { NewsItem } from '@/lib/predictions/queries/news'
import { NewsListItem } from './news-item'
import { NewsKeys } from './news-keys'

/** On the page of a prediction: what later articles say of it, what waits first. Nothing where none does. */
export function NewsSection({ items, today, mayDecide }: { items: NewsItem[]; today: Day; mayDecide: boolean }) {
  if (items.length === 0) return null
  const waiting = items.filter(({ state }) => state === 'open')
  const decided = items.filter(({ state }) => state !== 'open')
  return (
    <section id="news" aria-labelledby="news-title" className="flex flex-col gap-3">
      <h2 id="news-title" className="statement font-semibold text-21">
        What later articles say
      </h2>
      <ul data-news-list className="flex flex-col divide-y divide-rule border-rule border-y">
        {[...waiting, ...decided].map((item) => (
          <NewsListItem key={item.id} item={item} at="page" today={today} mayDecide={mayDecide} />
        ))}
      </ul>
      <NewsKeys startsLit={false} />
    </section>
  )
}
