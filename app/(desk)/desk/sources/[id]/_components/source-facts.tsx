import Link from 'next/link'
import { StanceTag } from '@/app/_parts/claim/tags'
import { DayText } from '@/app/_ui/days'
import { DefinitionList } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import type { SourceView } from '@/lib/evidence/queries/copies'
import { OUTCOME_STATE_WORDS } from '@/lib/predictions/present'
import { ArchiveForm, CheckForm } from '../../_components/source-forms'

type Props = { source: SourceView; shown: number | null; zone: string; mayEdit: boolean; hasArchive: boolean }

/** What is known of a source, its copies, and who cites it. */
export function SourceFacts({ source, shown, zone, mayEdit, hasArchive }: Props) {
  const { watch, url, publishedOn, kind, retrievedOn, copies, evidence, outcomeSources } = source
  return (
    <div className="flex flex-col gap-6">
      <DefinitionList
        items={[
          {
            term: 'Address',
            value: url ? (
              <a href={url} rel="external noopener" className="break-all">
                {url}
              </a>
            ) : (
              'none'
            ),
          },
          { term: 'Kind', value: `${kind} source` },
          { term: 'Published', value: publishedOn ? <DayText day={publishedOn} /> : 'not known' },
          { term: 'Retrieved', value: <DayText day={retrievedOn} /> },
          { term: 'Last looked at', value: <LastLook watch={watch} zone={zone} /> },
          ...(watch?.nextCheckAt
            ? [{ term: 'Next look', value: <Timestamp at={watch.nextCheckAt.toISOString()} zone={zone} /> }]
            : []),
          { term: 'Web archive', value: <Archive source={source} mayAsk={mayEdit && hasArchive} /> },
        ]}
      />
      {mayEdit && url ? <CheckForm sourceId={source.id} isFirst={watch === null} /> : null}
      {copies.length > 1 ? (
        <section aria-labelledby="copies-title" className="flex flex-col gap-2">
          <h2 id="copies-title" className="font-semibold text-15">
            Copies
          </h2>
          <ol className="flex flex-col gap-1 text-15">
            {copies.map(({ id, ordinal, takenAt }) => (
              <li key={id} className="flex gap-3">
                <Link
                  href={`/desk/sources/${source.id}?copy=${ordinal}`}
                  aria-current={ordinal === shown ? 'page' : undefined}
                  className="aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  Copy {ordinal}
                </Link>
                <span className="text-ink-soft">
                  <Timestamp at={takenAt.toISOString()} zone={zone} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section aria-labelledby="cited-title" className="flex flex-col gap-2">
        <h2 id="cited-title" className="font-semibold text-15">
          Cited by
        </h2>
        {evidence.length + outcomeSources.length === 0 ? (
          <p className="text-15 text-ink-soft">No claim and no outcome cites it now.</p>
        ) : null}
        <ul className="flex flex-col gap-3 text-15">
          {evidence.map((item) => (
            <li key={item.id} className="flex flex-col gap-0.5">
              <StanceTag stance={item.stance} />
              <Link href={`/desk/claims/${item.claim.id}#evidence`}>{item.claim.statement}</Link>
            </li>
          ))}
          {outcomeSources.map(({ id, outcome }) => (
            <li key={id} className="flex flex-col gap-0.5">
              <span className="text-13 text-ink-soft">Outcome: {OUTCOME_STATE_WORDS[outcome.state].toLowerCase()}</span>
              <Link href={`/desk/outcomes/${outcome.id}`}>{outcome.statement}</Link>
            </li>
          ))}
        </ul>
        {evidence.some(({ copyId }) => copyId !== null) ? (
          <a href={`/desk/sources/${source.id}/annotations`} className="w-fit text-13">
            What is cited, as annotations (JSON)
          </a>
        ) : null}
      </section>
    </div>
  )
}

function LastLook({ watch, zone }: { watch: SourceView['watch']; zone: string }) {
  if (watch === null) return <>never: there is no copy to compare with</>
  return (
    <>
      <Timestamp at={watch.lastCheckedAt.toISOString()} zone={zone} />
      {watch.lastProblem ? <span className="block text-13 text-rating-false">{watch.lastProblem}</span> : null}
    </>
  )
}

function Archive({ source, mayAsk }: { source: SourceView; mayAsk: boolean }) {
  const [last] = source.archiving
  const archiveUrl = source.archiveUrl ?? last?.archiveUrl
  if (archiveUrl)
    return (
      <a href={archiveUrl} rel="external noopener" className="break-all">
        archive copy
      </a>
    )
  if (last && last.endedAt === null) return <>being asked{last.problem ? `. ${last.problem} It is asked again.` : ''}</>
  return (
    <div className="flex flex-col gap-2">
      <span>{last?.problem ?? 'no copy'}</span>
      {mayAsk && source.url ? <ArchiveForm sourceId={source.id} /> : null}
    </div>
  )
}
