import { FilterChoice, FilterForm, FilterWords } from '@/app/(desk)/_components/queues/filter-form'
import type { PredictionFilter, PredictionView } from '@/lib/desk/schema/predictions'

/** What a list of predictions is narrowed to, in its address. */
export function PredictionFilters({
  view,
  sort,
  filter: { words, speaker, publisher, topic, whose },
  topics,
  publishers,
}: {
  view: PredictionView
  sort: 'latest' | undefined
  filter: PredictionFilter
  topics: { slug: string; name: string }[]
  publishers: { id: string; name: string }[]
}) {
  const more = [speaker, publisher, topic, whose]
  return (
    <FilterForm
      action="/desk/predictions"
      kept={{ view, sort }}
      isFiltered={[words, ...more].some((given) => given !== undefined)}
      isMoreUsed={more.some((given) => given !== undefined)}
      clear={`/desk/predictions?view=${view}`}
      words={words}
      more={
        <>
          <FilterChoice name="whose" label="Whose" any="Everybody’s" options={[['mine', 'Mine']]} value={whose} />
          <FilterWords name="speaker" label="Speaker" value={speaker} />
          <FilterChoice
            name="publisher"
            label="Publisher"
            any="Every publisher"
            options={publishers.map(({ id, name }) => [id, name] as const)}
            value={publisher}
          />
          <FilterChoice
            name="topic"
            label="Topic"
            any="Every topic"
            options={topics.map(({ slug, name }) => [slug, name] as const)}
            value={topic}
          />
        </>
      }
    />
  )
}
