import {
  AGE_OPTIONS,
  FilterChoice,
  FilterForm,
  FilterWords,
  KIND_OPTIONS,
} from '@/app/(desk)/_components/queues/filter-form'
import type { ClaimFilter, ClaimView } from '@/lib/desk/schema/queues'

const STATES = [
  ['accepted', 'Accepted'],
  ['in_review', 'In review'],
  ['submitted', 'Submitted'],
  ['published', 'Published'],
  ['withdrawn', 'Withdrawn'],
  ['merged', 'Merged'],
  ['hidden', 'Hidden'],
] as const

/** What a queue of claims is narrowed to, in its address. */
export function ClaimFilters({
  view,
  filter: { state, kind, publisher, speaker, topic, assigned, words, age },
  people,
  topics,
  publishers,
}: {
  view: ClaimView
  filter: ClaimFilter
  people: { id: string; name: string }[]
  topics: { slug: string; name: string }[]
  publishers: { id: string; name: string }[]
}) {
  const more = [kind, assigned, state, publisher, speaker, topic, age]
  return (
    <FilterForm
      action="/desk/claims"
      kept={{ view: view === 'all' ? undefined : view }}
      isFiltered={[words, ...more].some((given) => given !== undefined)}
      isMoreUsed={more.some((given) => given !== undefined)}
      clear={view === 'all' ? '/desk/claims' : `/desk/claims?view=${view}`}
      words={words}
      more={
        <>
          <FilterChoice name="kind" label="Kind" any="Every kind" options={KIND_OPTIONS} value={kind} />
          <FilterChoice
            name="assigned"
            label="Assigned to"
            any="Anybody or nobody"
            options={[['me', 'Me'], ['nobody', 'Nobody'], ...people.map(({ id, name }) => [id, name] as const)]}
            value={assigned}
          />
          <FilterChoice name="state" label="State" any="Open and published" options={STATES} value={state} />
          <FilterChoice
            name="publisher"
            label="Publisher"
            any="Every publisher"
            options={publishers.map(({ id, name }) => [id, name] as const)}
            value={publisher}
          />
          <FilterWords name="speaker" label="Speaker" value={speaker} />
          <FilterChoice
            name="topic"
            label="Topic"
            any="Every topic"
            options={topics.map(({ slug, name }) => [slug, name] as const)}
            value={topic}
          />
          <FilterChoice name="age" label="Accepted" any="At any time" options={AGE_OPTIONS} value={age} />
        </>
      }
    />
  )
}
