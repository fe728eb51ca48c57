import { CORRECTION_WORDS } from '@/app/_parts/public/corrections'
import { type Definition, DefinitionList } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { counted } from '@/lib/core/counts'
import type { PublicCorrection } from '@/lib/verdicts/queries'
import type { VersionRecord } from '@/lib/verdicts/queries/record'

/** Who saw what when: for each version who wrote, was shown, handed over and approved which revision. */
export function VersionRecords({ records, zone }: { records: readonly VersionRecord[]; zone: string }) {
  return (
    <ol className="flex flex-col gap-6">
      {records.map((record) => (
        <li key={record.id} className="border-rule border-t pt-3" data-version={record.ordinal}>
          <h3 className="pb-2 font-semibold text-15">
            {nameOf(record)}
            {record.correction ? (
              <span className="font-normal text-ink-soft">
                {' '}
                · {levelWords(record.correction.level)}, begun by {record.correction.by}
              </span>
            ) : null}
          </h3>
          <DefinitionList items={stepsOf(record, zone)} />
        </li>
      ))}
    </ol>
  )
}

const isLevel = (level: string): level is PublicCorrection['level'] => level in CORRECTION_WORDS
const levelWords = (level: string): string => (isLevel(level) ? CORRECTION_WORDS[level] : level)

function nameOf({ state, ordinal }: VersionRecord): string {
  if (state === 'published') return `Version ${ordinal}`
  if (state === 'dropped') return 'A dropped draft'
  return state === 'draft' ? `Draft of version ${ordinal}` : `Version ${ordinal}, submitted`
}

function stepsOf(record: VersionRecord, zone: string): Definition[] {
  const { started, writers, shown, submitted, approved, settingVersion, soloSettingVersion, evidence } = record
  const step = ({ by, at }: { by: string; at: string }) => (
    <>
      {by}, <Timestamp at={at} zone={zone} />
    </>
  )
  const revision = submitted?.revision
  const solo = soloSettingVersion === null ? '' : `; as a one-person desk by version ${soloSettingVersion}`
  return [
    { term: 'Begun', value: step(started) },
    {
      term: 'Written by',
      value: writers
        .map(({ by, saves, lastRevision }) => `${by} (${savesWords(saves)} up to ${lastRevision})`)
        .join(', '),
    },
    ...shown.map((look) => ({
      ...{ term: `Revision ${look.revision} shown to`, value: step(look), key: `${look.by} ${look.at}` },
    })),
    ...(submitted ? [{ term: `Revision ${revision} submitted`, value: step(submitted) }] : []),
    ...(approved ? [{ term: `Revision ${revision} approved`, value: step(approved) }] : []),
    ...(evidence === null ? [] : [{ term: 'With', value: `${counted(evidence, 'piece')} of evidence` }]),
    { term: 'Settings', value: `version ${settingVersion}${solo}` },
  ]
}

const savesWords = (saves: number): string => `${counted(saves, 'revision')},`
