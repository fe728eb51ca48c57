import { Folded } from '@/app/_ui/folded'
import { Notice } from '@/app/_ui/notice'
import { Timestamp } from '@/app/_ui/timestamp'
import { ratingOf } from '@/lib/settings/rules'
import type { RatingScale } from '@/lib/settings/schema'
import type { RemarkView } from '@/lib/verdicts/queries/remarks'
import type { MoveView, Workspace } from '@/lib/verdicts/queries/workspace'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { dropVerdictAction, startVerdictAction, takeBackVerdictAction } from '../actions'
import { ApprovePanel } from './approve-panel'
import { CorrectPanel, ProposeWithdrawalPanel, WithdrawalPanel } from './correction-panels'
import { CorrectionPreview, type CorrectionSigns } from './correction-preview'
import { MoveForm } from './move-forms'
import { RecheckPanel } from './recheck-panel'
import { numbered, openCount } from './remark-words'
import { Remarks } from './remarks'
import { BlindPanel, OwedRating, SecondRatings } from './second-rating'
import { Part } from './section'
import { SubmittedVerdict } from './submitted-verdict'
import { VerdictForm } from './verdict-form'
import type { SpeakerChoices } from './verdict-texts'
import { VerdictView } from './verdict-view'

type Props = {
  workspace: Workspace
  inForce: FrozenVerdict | null
  /** On the version that is open; none while it is hidden. */
  remarks: RemarkView[]
  evidenceCount: number
  speakers: { id: string; name: string }[]
  viewerName: string
}

/** Where the verdict stands, and what this person may do about it. */
export function VerdictPart({ workspace, inForce, remarks, evidenceCount, speakers, viewerName }: Props) {
  const { claim, phase, moves, version, withdrawal } = workspace
  const signs = {
    ...{ authorName: viewerName, today: workspace.today },
    ...{ from: inForce?.rating.label, previousOrdinal: inForce?.ordinal ?? 1 },
  }
  return (
    <>
      {phase === 'merged' || phase === 'hidden' ? (
        <Notice>Merged or hidden: what there is of a verdict stays as it is.</Notice>
      ) : null}
      {withdrawal ? (
        <WithdrawalPanel withdrawal={withdrawal} moves={moves} zone={workspace.zone} signs={signs} />
      ) : null}
      {inForce ? <VerdictView frozen={inForce} title={version ? 'In force meanwhile' : 'In force'} /> : null}
      {phase === 'withdrawn' ? (
        <Notice kind="warn">The verdict is withdrawn. What it said stays readable below, with the public note.</Notice>
      ) : null}
      {phase === 'accepted' || phase === 'assigned' || phase === 'withdrawn' ? (
        <Start claimId={claim.id} move={moves.start} />
      ) : null}
      {version && phase !== 'withdrawal_proposed' && phase !== 'merged' && phase !== 'hidden' ? (
        <Version {...{ workspace, version, remarks, evidenceCount, speakers, signs }} />
      ) : null}
      {phase === 'published' || phase === 'recheck_due' ? (
        <>
          <RecheckPanel workspace={workspace} />
          <CorrectPanel claimId={claim.id} move={moves.correct} signs={signs} />
        </>
      ) : null}
      {phase === 'published' || phase === 'recheck_due' || phase === 'correcting' ? (
        <ProposeWithdrawalPanel claimId={claim.id} move={moves.propose_withdrawal} signs={signs} />
      ) : null}
    </>
  )
}

function Start({ claimId, move }: { claimId: string; move: MoveView }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">No verdict yet. Evidence can be gathered before and while it is written.</p>
      {move.isAllowed ? (
        <MoveForm
          id="start-verdict"
          action={startVerdictAction}
          hidden={{ claimId }}
          label="Start the verdict"
          variant="primary"
        />
      ) : (
        <p>{move.reason}</p>
      )}
    </div>
  )
}

type VersionProps = Pick<Props, 'workspace' | 'remarks' | 'evidenceCount' | 'speakers'> & {
  version: NonNullable<Workspace['version']>
  signs: CorrectionSigns
}

function Version({ workspace, version, remarks, evidenceCount, speakers, signs }: VersionProps) {
  const { claim, moves, scale, zone, second } = workspace
  const name = version.isCorrection ? 'correction' : 'verdict'
  const editor = moves.save.isAllowed ? (
    <VerdictForm
      key={version.id}
      claimId={claim.id}
      version={version}
      scale={scale}
      checklist={workspace.checklist}
      newsroomName={workspace.newsroomName}
      zone={zone}
      speakers={choicesOf(claim, speakers)}
      cannotSubmit={moves.submit.isAllowed ? null : moves.submit.reason}
    />
  ) : null
  const shown = numbered(remarks)
  const told = second?.isHidden ? (
    <BlindPanel version={version} scale={scale} />
  ) : (
    <SubmittedVerdict
      version={version}
      scale={scale}
      speakerName={claim.speaker?.name ?? null}
      remarks={shown}
      zone={zone}
    />
  )
  const secondRatings = second ? <SecondRatings ratings={second.ratings} scale={scale} zone={zone} /> : null
  const note = <StoredNote version={version} scale={scale} signs={signs} />
  if (version.state === 'draft') {
    return (
      <>
        <SentBack version={version} zone={zone} />
        {editor && shown.length > 0 ? (
          <Part title="Remarks" id="remarks">
            <Remarks remarks={shown} revision={version.revision} zone={zone} label="Remarks to deal with" />
          </Part>
        ) : null}
        <LastSave version={version} zone={zone} />
        {editor ?? told}
        {note}
        {secondRatings}
        {moves.drop.isAllowed ? <Drop version={version} /> : null}
      </>
    )
  }
  return (
    <>
      <p>
        Revision {version.revision} of the {name} waits for approval. {version.submitted?.by} submitted it
        {version.submitted ? (
          <>
            {' '}
            (<Timestamp at={version.submitted.at} zone={zone} />)
          </>
        ) : null}
        ; {version.authorName} began it.
      </p>
      {told}
      {note}
      {secondRatings}
      {second ? <OwedRating version={version} scale={scale} second={second} /> : null}
      <ApprovePanel
        version={version}
        moves={moves}
        evidenceCount={evidenceCount}
        openRemarks={openCount(remarks)}
        isHidden={second?.isHidden ?? false}
        owesRating={second?.isOwed ?? false}
      />
      {moves.take_back.isAllowed ? (
        <MoveForm id="take-back" action={takeBackVerdictAction} hidden={{ id: version.id }} label="Take it back" />
      ) : null}
      {editor ? <Folded label="Edit it (takes the submission back)">{editor}</Folded> : null}
    </>
  )
}

/** What readers will be told of a correction as it is saved. */
function StoredNote({ version, scale, signs }: Pick<VersionProps, 'version' | 'signs'> & { scale: RatingScale }) {
  const { correctionLevel: level, correctionNote: note, rating } = version.content
  if (level === null) return null
  const own = { ...signs, authorName: version.authorName, to: ratingOf(scale, rating)?.label }
  return <CorrectionPreview level={level} note={note ?? ''} signs={own} />
}

/** The speaker of a claim that readers know changes with its verdict; that of an opened prediction never does. */
function choicesOf(
  { speaker, kind, firstPublishedAt }: Workspace['claim'],
  speakers: Props['speakers'],
): SpeakerChoices | null {
  if (firstPublishedAt === null || kind === 'prediction') return null
  return { current: speaker, others: speakers.filter(({ id }) => id !== speaker?.id) }
}

/** For a draft that was begun by mistake: it makes way for another one. */
function Drop({ version: { id, revision, isCorrection } }: { version: VersionProps['version'] }) {
  return (
    <Folded label={isCorrection ? 'Drop this correction' : 'Drop this draft'}>
      <MoveForm
        id="drop-verdict"
        action={dropVerdictAction}
        hidden={{ id, revision }}
        label={isCorrection ? 'Drop the correction' : 'Drop the draft'}
        variant="danger"
        text={{
          name: 'reason',
          label: 'Why it is dropped',
          hint: 'Only the desk reads it, in the history. What was saved is kept; another draft can be started.',
          max: 1000,
        }}
      />
    </Folded>
  )
}

function SentBack({ version: { sentBack }, zone }: { version: VersionProps['version']; zone: string }) {
  if (sentBack === null) return null
  return (
    <Notice kind="warn" title={`Sent back by ${sentBack.by}`}>
      {sentBack.reason ? <p>{sentBack.reason}</p> : null}
      <p className="text-13 text-ink-soft">
        <Timestamp at={sentBack.at} zone={zone} />
      </p>
    </Notice>
  )
}

function LastSave({ version: { lastSave, revision }, zone }: { version: VersionProps['version']; zone: string }) {
  if (lastSave === null) return null
  return (
    <p className="text-13 text-ink-soft">
      Revision {revision}, saved by {lastSave.by} <Timestamp at={lastSave.at} zone={zone} />
    </p>
  )
}
