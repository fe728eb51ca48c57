import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { KeyTargets } from '@/app/_parts/keys/key-targets'
import { Button } from '@/app/_ui/button'
import { inputClasses } from '@/app/_ui/control-styles'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { acceptDefaults } from '@/app/(desk)/desk/articles/[id]/_components/accept-defaults'
import { listSpeakerProposals } from '@/lib/claims/queries/speakers'
import { shortForms, statementFor } from '@/lib/claims/rules/wording'
import type { Context } from '@/lib/core/context'
import { inQuotes } from '@/lib/core/quotes'
import { formatWindow } from '@/lib/core/windows'
import { canWritePredictions } from '@/lib/predictions/policy'
import {
  type AnotherWindow,
  type ChosenLater,
  getAnotherWindow,
  type LaterChoice,
} from '@/lib/predictions/queries/another-window'
import { relateWindows } from '@/lib/predictions/rules/another-window'
import { requireContext } from '@/lib/web/session'
import { AnotherWindowForm, type Wording } from '../../_components/another-window-form'

export const metadata: Metadata = { title: 'Another window' }

/** `said`: what is looked at ("news:ID"). `find`: words of a claim that is looked for. */
const Query = z.object({
  said: z.string().optional().catch(undefined),
  find: z.string().trim().max(300).catch('').default(''),
})

const KEYS = {
  'prediction-save': { press: '#another-window button[type=submit]' },
  'prediction-another-window': { focus: '#find-claim' },
} as const

export default async function AnotherWindowPage({
  params,
  searchParams,
}: PageProps<'/desk/predictions/[claimId]/another-window'>) {
  const ctx = await requireContext()
  const claimId = z.uuid().safeParse((await params).claimId)
  const query = Query.parse(await searchParams)
  if (!claimId.success || !canWritePredictions(ctx.actor)) notFound()
  const view = await getAnotherWindow(ctx, claimId.data, query)
  if (view === null) notFound()
  const { claim, earlier } = view
  const crumbs = [
    { href: '/desk/predictions', label: 'Predictions' },
    { href: `/desk/predictions/${claim.id}`, label: claim.shortForm },
  ]
  return (
    <div className="flex max-w-measure flex-col gap-10">
      <KeyTargets targets={KEYS} />
      <PageHeader
        title="Another window was said later"
        crumbs={crumbs}
        lead={`That is a prediction of its own, linked to this one and opened by two people as any other. This one${
          earlier.window ? ` (${formatWindow(earlier.window)})` : ''
        } stays as it was frozen and keeps being scored as it was made.`}
      />
      <Where view={view} find={query.find} />
      {view.chosen ? <Chosen ctx={ctx} view={view} chosen={view.chosen} /> : null}
    </div>
  )
}

/** What may have said it, the one that is looked at marked; and a search for claims that are not offered. */
function Where({ view: { claim, choices, found, chosen }, find }: { view: AnotherWindow; find: string }) {
  const all = [...choices, ...found.filter((one) => choices.every(({ said }) => said !== one.said))]
  const addressOf = (said: string) =>
    `/desk/predictions/${claim.id}/another-window?${new URLSearchParams(find ? { said, find } : { said })}#chosen`
  return (
    <section aria-labelledby="where-title" className="flex flex-col gap-4">
      <h2 id="where-title" className="statement font-semibold text-21">
        Where was it said?
      </h2>
      {all.length > 0 ? (
        <ul className="flex flex-col divide-y divide-rule border-rule border-y">
          {all.map((one) => (
            <Choice key={one.said} one={one} href={addressOf(one.said)} isChosen={one.said === chosen?.said} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">
          No later article is known that says yet another window. Import it and accept the words{' '}
          <Link href="/desk/articles">in its text</Link>, or find the claim that says it.
        </p>
      )}
      <form method="get" className="flex items-end gap-2">
        <label className="flex min-w-0 flex-1 flex-col gap-1 text-13">
          Find a prediction that is a claim already
          <input
            id="find-claim"
            name="find"
            defaultValue={find}
            className={inputClasses}
            autoComplete="off"
            maxLength={300}
          />
        </label>
        <Button type="submit" variant="secondary">
          Find
        </Button>
      </form>
      {find !== '' && found.length === 0 ? (
        <p className="text-ink-soft" role="status">
          No other prediction has all of these words. Try fewer, or paste its address.
        </p>
      ) : null}
    </section>
  )
}

const Choice = ({ one, href, isChosen }: { one: LaterChoice; href: string; isChosen: boolean }) => (
  <li
    className={`flex flex-col gap-1 border-l-2 py-3 pl-4 ${isChosen ? 'border-accent bg-sunk' : 'border-transparent'}`}
    data-choice={one.said}
  >
    <Link href={href} aria-current={isChosen ? 'true' : undefined} className="link-quiet font-serif text-17">
      {one.isQuote ? inQuotes(one.words) : one.words}
    </Link>
    <p className="text-13 text-ink-soft">
      {one.about}
      {isChosen ? ' · chosen' : ''}
    </p>
  </li>
)

async function Chosen({ ctx, view, chosen }: { ctx: Context; view: AnotherWindow; chosen: ChosenLater }) {
  const isWritten = chosen.claim?.prediction != null && chosen.claim.prediction !== 'draft'
  const { saidOn, window } = chosen
  const relation = isWritten && saidOn && window ? relateWindows(view.earlier, { saidOn, window }) : null
  const whyNot =
    chosen.whyNot ??
    (isWritten && relation === null ? 'It has no window, so it is no other window of this one.' : null) ??
    (relation?.ok === false ? relation.problem : null)
  return (
    <section id="chosen" aria-labelledby="chosen-title" className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h2 id="chosen-title" className="statement font-semibold text-21">
          {isWritten ? 'Link it' : 'The window that it says'}
        </h2>
        {view.choices.length === 1 && view.found.length === 0 ? null : (
          <p className="font-serif text-17">{chosen.isQuote ? inQuotes(chosen.words) : chosen.words}</p>
        )}
        {relation?.ok ? (
          <p>
            It {relation.kind} this one: {relation.words}.
          </p>
        ) : null}
      </div>
      {whyNot ? (
        <Notice kind="warn" title="It cannot be taken">
          {whyNot}
        </Notice>
      ) : (
        <AnotherWindowForm
          predictionId={view.predictionId}
          said={chosen.said}
          revision={chosen.claim?.revision ?? null}
          saidOn={saidOn}
          window={window ? `${window.from} to ${window.to}` : ''}
          windowWords={chosen.windowWords}
          windowBasis={chosen.windowBasis}
          earlier={view.earlier}
          today={view.today}
          wording={await wordingOf(ctx, chosen)}
          isWritten={isWritten}
        />
      )}
    </section>
  )
}

async function wordingOf(ctx: Context, { wording }: ChosenLater): Promise<Wording | null> {
  if (wording === null) return null
  const { quote, speaker } = wording
  if (speaker === null) {
    const statement = statementFor(quote, 'prediction', null)
    return { statement, shortForm: shortForms(statement)[0] ?? '', speaker: null }
  }
  const { candidateId, text, publisherName } = speaker
  const proposals = text === null ? [] : ((await listSpeakerProposals(ctx, [text])).get(text) ?? [])
  const begun = acceptDefaults(
    { id: candidateId, speakerText: text, quote, kind: 'prediction' },
    proposals,
    publisherName,
  )
  const { statement, shortForm, speakers, speaker: chosen, newName, newKind } = begun
  return { statement, shortForm, speaker: { options: speakers, chosen, newName, newKind } }
}
