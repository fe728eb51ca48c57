import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Progress } from '@/app/_parts/runs/progress'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Tag, type TagTone } from '@/app/_ui/tag'
import { cancelRunAction, resumeRunAction } from '@/app/(desk)/desk/runs/actions'
import { counted } from '@/lib/core/counts'
import { Id } from '@/lib/core/ids'
import { requireSettings } from '@/lib/settings/queries'
import { type ImportView, type LookedAtRow, requireImport } from '@/lib/verdicts/queries/external/imports'
import { orNotFound } from '@/lib/web/pages'
import { requireContext } from '@/lib/web/session'
import { storeImportAction } from '../../actions'

export const metadata: Metadata = { title: 'A look at others’ fact-checks' }

const CRUMBS = [
  { href: '/desk/external', label: 'Others’ fact-checks' },
  { href: '/desk/external/import', label: 'Bring some in' },
]
const FORMATS: Record<ImportView['format'], string> = {
  page: 'A page with ClaimReview.',
  feed: 'A feed of ClaimReviews.',
  fact_check_tools: 'An answer of Google’s Fact Check Tools.',
  check_csv: 'Meedan Check’s CSV.',
}

export default async function LookPage({ params }: PageProps<'/desk/external/import/[id]'>) {
  const ctx = await requireContext()
  const id = Id.safeParse((await params).id)
  if (!id.success) notFound()
  const view = await orNotFound(requireImport(ctx, id.data))
  const { zone } = await requireSettings()
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={<span className="break-words">{view.label}</span>}
        crumbs={CRUMBS}
        lead={`${FORMATS[view.format]} ${view.run ? '' : 'Nothing is stored yet.'}`}
      />
      {view.note ? <Notice kind="warn">{view.note}</Notice> : null}
      {view.run ? (
        <div className="max-w-measure">
          <Progress run={view.run} zone={zone} cancel={cancelRunAction} resume={resumeRunAction} />
        </div>
      ) : null}
      <Counts view={view} />
      {view.run ? (
        <p>
          <Link href="/desk/external">To others’ fact-checks</Link>
        </p>
      ) : view.counts.new > 0 ? (
        <ActionForm action={storeImportAction} id="store" className="gap-2">
          <input type="hidden" name="importId" value={view.id} />
          <SubmitButton className="self-start" pendingText="Starting …">
            Store {counted(view.counts.new, 'new verdict')}
          </SubmitButton>
        </ActionForm>
      ) : (
        <p>There is nothing new to store.</p>
      )}
      <Rows view={view} />
    </div>
  )
}

function Counts({ view: { run, stored, known, counts } }: { view: ImportView }) {
  const shown = run
    ? ([
        ['stored', stored],
        ['were here already', known],
        ['refused', run.refused],
      ] as const)
    : ([
        ['would be stored', counts.new],
        ['are here already', counts.known],
        ['stand in it twice', counts.twice],
        ['are refused', counts.refused],
      ] as const)
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {shown.map(([label, count]) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-13 text-ink-soft">{label}</dt>
          <dd className="statement text-28 tabular-nums">{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

const OUTCOMES: Record<LookedAtRow['outcome'], { word: string; tone: TagTone }> = {
  new: { word: 'New', tone: 'good' },
  known: { word: 'Here already', tone: 'plain' },
  twice: { word: 'Twice in it', tone: 'plain' },
  refused: { word: 'Refused', tone: 'bad' },
}

/** Before storing a look at the rows; afterwards those that were refused. */
function Rows({ view: { run, counts, shown } }: { view: ImportView }) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (all === 0) return <p className="text-ink-soft">Its rows are no longer kept. Bring it in again to see them.</p>
  const rows = run ? shown.filter(({ outcome }) => outcome === 'refused') : shown
  if (rows.length === 0) return null
  const total = run ? counts.refused : all
  const title = run ? 'Refused rows' : 'Rows'
  return (
    <Table
      caption={rows.length < total ? `${title}: the first ${rows.length} of ${total.toLocaleString('en')}` : title}
    >
      <TableHead>
        <HeadCell numeric>Row</HeadCell>
        <HeadCell>Result</HeadCell>
        <HeadCell>What it says</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.row}>
            <Cell numeric className="align-top">
              {row.row}
            </Cell>
            <Cell className="align-top">
              <Tag tone={OUTCOMES[row.outcome].tone}>{OUTCOMES[row.outcome].word}</Tag>
            </Cell>
            <Cell className="w-full max-w-0 break-words align-top">
              <RowWords row={row} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

function RowWords({ row }: { row: LookedAtRow }) {
  if (row.outcome === 'refused')
    return (
      <>
        {row.problem}
        <p className="mt-1 text-13 text-ink-soft">{row.excerpt}</p>
      </>
    )
  const { claimText, publisherName, ratingText } = row.item
  return (
    <>
      <p className="font-serif">{claimText}</p>
      <p className="mt-1 text-13 text-ink-soft">
        {publisherName}: “{ratingText}”
        {row.outcome === 'known' && row.differs
          ? `. The newer rating that is stored is “${row.differs}”, which stays.`
          : ''}
        {row.outcome === 'new' && row.differs ? `. It was “${row.differs}”, which becomes an earlier rating.` : ''}
      </p>
    </>
  )
}
