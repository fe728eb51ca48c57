import { LinkButton } from '@/app/_ui/button'

const STEPS = [
  {
    href: '/desk/admin/people/invite',
    title: 'Invite a colleague',
    text: 'A verdict is written by one person and approved by another. Make a link and send it to them.',
  },
  {
    href: '/desk/articles/import',
    title: 'Import the first article',
    text: 'Paste its text: its claims appear, marked in the article, ready to be checked.',
  },
  {
    href: '/desk/admin/settings',
    title: 'Look through the settings',
    text: 'The rating scale and what certainty words count for. The methodology page shows both to readers.',
  },
]

/** What to do in an empty newsroom, in this order. */
export function NextSteps({ newsroomName }: { newsroomName: string }) {
  return (
    <>
      <h1 className="statement font-semibold text-21">{newsroomName} is open</h1>
      <p className="mt-2 mb-6 text-ink-soft">Three steps from here to the first verdict.</p>
      <ol className="border-ink border-t">
        {STEPS.map((step, index) => (
          <li key={step.href} className="flex gap-4 border-rule border-b py-4">
            <span aria-hidden="true" className="statement w-6 shrink-0 text-28 text-accent leading-none tabular-nums">
              {index + 1}
            </span>
            <div>
              <a href={step.href} className="statement font-semibold text-17">
                {step.title}
              </a>
              <p className="mt-1 text-ink-soft">{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
      <LinkButton href="/desk" className="mt-6">
        To the desk
      </LinkButton>
    </>
  )
}
