import { Excerpt } from '@/app/_parts/record/excerpt'
import { formatDay } from '@/lib/core/windows'
import type { CitedSource } from '@/lib/predictions/queries/workspace'

/** What a judgement rests on. */
export const Cited = ({ sources }: { sources: CitedSource[] }) =>
  sources.map(({ url, title, publisherName, publishedOn, excerpt }) => (
    <Excerpt
      key={`${url ?? title} ${excerpt}`}
      quote={excerpt}
      source={title}
      href={url ?? undefined}
      meta={[publisherName, publishedOn && `published ${formatDay(publishedOn)}`].filter(Boolean).join(' · ')}
    />
  ))
