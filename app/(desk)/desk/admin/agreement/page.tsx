import type { Metadata } from 'next'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import { requireSettings } from '@/lib/settings/queries'
import { listAgreement } from '@/lib/verdicts/queries/agreement'
import { agreementFigures } from '@/lib/verdicts/rules/agreement'
import { orNotFound } from '@/lib/web/pages'
import { requireContext } from '@/lib/web/session'
import { Behind } from './_components/behind'
import { Confusion } from './_components/confusion'
import { Figures } from './_components/figures'
import { HowMade } from './_components/how-made'
import { Pairs } from './_components/pairs'
import { ScaleTabs } from './_components/scale-tabs'
import { counted, pairsOf, parseSearch } from './search'

export const metadata: Metadata = { title: 'Agreement' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AgreementPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const search = parseSearch(await searchParams)
  const [{ rows, scales, waiting, zone }, { isBlindRating }] = await Promise.all([
    orNotFound(listAgreement(ctx)),
    requireSettings(),
  ])
  const chosen = scales.find(({ version }) => version === search.scale) ?? scales[0]
  return (
    <div className="flex max-w-page flex-col gap-8">
      <PageHeader
        title="Agreement"
        lead="How often a second person, rating blind, gives the rating that was put down first. No verdict changes by it."
      />
      {isBlindRating ? null : (
        <p>
          Blind second rating is off at present. <a href="/desk/admin/settings#solo">The settings</a> switch it on.
        </p>
      )}
      {waiting > 0 ? (
        <p className="text-ink-soft">
          {waiting === 1 ? '1 more second rating joins' : `${waiting} more second ratings join`} once the verdict is
          published or dropped.
        </p>
      ) : null}
      {chosen === undefined ? (
        <EmptyState>No verdict that was decided has a second rating yet.</EmptyState>
      ) : (
        <OneScale
          {...{ search, zone, chosen }}
          scales={scales}
          rows={rows.filter(({ scale }) => scale === chosen.key)}
        />
      )}
      <HowMade />
    </div>
  )
}

type Report = Awaited<ReturnType<typeof listAgreement>>
type OneScaleProps = Pick<Report, 'rows' | 'scales' | 'zone'> & {
  search: ReturnType<typeof parseSearch>
  chosen: Report['scales'][number]
}

function OneScale({ rows, scales, zone, search, chosen }: OneScaleProps) {
  const pairs = pairsOf(rows)
  const pair = pairs.find(({ first, second }) => first.id === search.first && second.id === search.second)
  const behind = pair?.rows ?? rows
  const figures = agreementFigures(chosen.scale, counted(behind))
  const name = pair ? `${pair.first.name} first, ${pair.second.name} second` : 'All pairs together'
  return (
    <>
      {scales.length > 1 ? <ScaleTabs scales={scales} current={chosen.key} /> : null}
      <Pairs pairs={pairs} all={rows} scale={chosen} current={pair} />
      <section aria-labelledby="figure" className="flex flex-col gap-8" id="pair">
        <h2 id="figure" className="statement border-ink border-b pb-2 font-semibold text-21">
          {name}
        </h2>
        <Figures figures={figures} isMany={pair === undefined && pairs.length > 1} />
        {figures.n > 0 ? <Confusion table={figures.table} scale={chosen.scale} name={name} /> : null}
        <Behind rows={behind} scale={chosen} search={search} zone={zone} />
      </section>
    </>
  )
}
