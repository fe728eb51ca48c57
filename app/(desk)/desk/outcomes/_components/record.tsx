import Link from 'next/link'
import { ResolutionBadge } from '@/app/_parts/window-bar/resolution-badge'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { WindowText } from '@/app/_ui/days'
import { type Definition, DefinitionList } from '@/app/_ui/page-parts'
import { formatWindow } from '@/lib/core/windows'
import { outcomeDaysWords, windowLabel } from '@/lib/predictions/present'
import type { OutcomeLinkView, OutcomeView } from '@/lib/predictions/queries/outcomes'
import { figureWords } from '@/lib/predictions/rules/figures'
import type { OutcomeContent } from '@/lib/predictions/schema'

/** What was recorded, to be read: as submitted, approved or undone. */
export function OutcomeRecord({ outcome: { content } }: { outcome: OutcomeView }) {
  const items: (Definition | null)[] = [
    content.value ? { term: 'Figure', value: figureWords({ ...content, value: content.value }) } : null,
    when(content),
    content.note ? { term: 'Note', value: <p className="whitespace-pre-wrap">{content.note}</p> } : null,
  ]
  return <DefinitionList beside items={items.filter((item) => item !== null)} />
}

/** The days of a figure are those that it is of, all of them; else it happened then, on some day of a month. */
function when({ days, value }: OutcomeContent): Definition {
  if (days === null) return { term: 'Happened', value: 'no' }
  return value === null
    ? { term: 'Happened', value: outcomeDaysWords(days) }
    : { term: 'Which is of', value: formatWindow(days) }
}

const TITLES = {
  draft: 'What it would resolve',
  submitted: 'What it would resolve',
  approved: 'What it resolved',
  undone: 'What it had resolved',
  dropped: 'What it would have resolved',
}

/** The predictions on the list with their resolutions, all on one axis. */
export function ResolvedList({ outcome: { links, today, content, state } }: { outcome: OutcomeView }) {
  const drawn = links.flatMap((link) => (link.saidOn === null ? [] : [{ ...link, saidOn: link.saidOn }]))
  return (
    <section aria-labelledby="resolved-title" className="flex flex-col gap-4">
      <h2 id="resolved-title" className="statement font-semibold text-21">
        {TITLES[state]}
      </h2>
      {drawn.length > 0 ? (
        <WindowBar
          size="full"
          today={today}
          predictions={drawn.map((link) => ({
            ...link,
            id: link.predictionId,
            label: windowLabel({ window: link.window, windowWords: null, windowBasis: null }, false),
            outcome: content.days,
          }))}
        />
      ) : null}
      {links.length === 0 ? <p className="text-ink-soft">No prediction was on its list.</p> : null}
      <ul className="flex flex-col">
        {links.map((link) => (
          <ResolvedRow key={link.predictionId} link={link} />
        ))}
      </ul>
    </section>
  )
}

function ResolvedRow({ link }: { link: OutcomeLinkView }) {
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-t py-3 sm:grid-cols-[minmax(0,1fr)_11rem]">
      <div className="min-w-0">
        <Link href={`/desk/predictions/${link.claimId}`} className="link-quiet font-serif text-17">
          {link.shortForm}
        </Link>
        <p className="text-13 text-ink-soft">
          {link.speakerName ?? 'No named speaker'} · {link.window ? <WindowText window={link.window} /> : 'no window'}
        </p>
        <p className="mt-1 text-15">{link.overrideReason ?? link.rule}</p>
        {link.overrideReason ? (
          <p className="text-13 text-ink-soft">Chosen by a person. The rule: {link.rule}</p>
        ) : null}
      </div>
      <div>
        <ResolutionBadge kind={link.resolution} />
      </div>
    </li>
  )
}
