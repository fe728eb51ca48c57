import { Section } from '../public/section'
import { Ruling, type RulingView } from './ruling'

/** On readers' pages: what other desks ruled on the same claim, as an editor confirmed. Nothing where there is none. */
export function OthersSection({ others }: { others: (RulingView & { id: string })[] }) {
  if (others.length === 0) return null
  return (
    <Section id="others" title="Others ruled">
      <p className="text-15 text-ink-soft">Other desks checked the same claim. These are their words, not ours.</p>
      <ul className="flex flex-col gap-5">
        {others.map((ruling) => (
          <li key={ruling.id} className="border-line border-l-2 pl-4">
            <Ruling ruling={ruling} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
