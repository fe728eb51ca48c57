import { OwnWork } from '@/app/_parts/desk/own-work'
import type { OpenVersionView, Workspace } from '@/lib/verdicts/queries/workspace'
import { REMARK_FIELDS, type RemarkField } from '@/lib/verdicts/rules/remark-fields'
import { approveVerdictAction, sendBackVerdictAction } from '../actions'
import { MoveForm } from './move-forms'
import { AddRemarkForm } from './remark-forms'
import { RemarkSelection } from './remark-selection'

/** The second person's decision on the exact revision, or why this person is not the one. */
export function ApprovePanel({
  version,
  moves,
  evidenceCount,
  openRemarks,
  isHidden,
  owesRating,
}: {
  version: OpenVersionView
  moves: Workspace['moves']
  evidenceCount: number
  openRemarks: number
  /** The text is kept from this person, so there is nothing to remark on yet. */
  isHidden: boolean
  /** Their own rating comes first, and the form for it stands above. */
  owesRating: boolean
}) {
  const { id, revision, content } = version
  const { approve, send_back: sendBack } = moves
  if (owesRating && !sendBack.isAllowed) return null
  return (
    <section aria-label="Decision" className="flex flex-col gap-4 border-accent border-l-4 bg-accent-wash px-4 py-4">
      {approve.isAllowed ? (
        <>
          <p>
            Approving publishes revision {revision} with the statement, the figures and the evidence (
            {evidenceCount === 1 ? '1 piece' : `${evidenceCount} pieces`}) as they stand here. It cannot be changed
            afterwards, only corrected.
          </p>
          {openRemarks > 0 ? (
            <p>{openRemarks === 1 ? '1 remark is still open.' : `${openRemarks} remarks are still open.`}</p>
          ) : null}
          {approve.isSolo ? <OwnWork /> : null}
          <MoveForm
            id="approve-verdict"
            action={approveVerdictAction}
            hidden={{ id, revision }}
            label={`Approve and publish revision ${revision}`}
            variant="primary"
          />
        </>
      ) : owesRating ? null : (
        <p data-refusal>{approve.reason}</p>
      )}
      {sendBack.isAllowed && !isHidden ? (
        <>
          <RemarkSelection sources={sourcesOf(content)} />
          <AddRemarkForm id={id} revision={revision} fields={fieldsOf(version)} />
        </>
      ) : null}
      {sendBack.isAllowed ? (
        <MoveForm
          id="send-back"
          action={sendBackVerdictAction}
          hidden={{ id, revision }}
          label="Send it back"
          folded="Send it back"
          text={{ name: 'reason', label: 'What is to be changed', hint: sendBackHint(openRemarks), max: 1000 }}
        />
      ) : null}
    </section>
  )
}

const sendBackHint = (openRemarks: number): string =>
  openRemarks === 0
    ? 'Its writer sees this.'
    : `Its writer sees this, and ${openRemarks === 1 ? 'the open remark' : `the ${openRemarks} open remarks`} with it.`

/** The texts that words can be selected in, by field. */
const sourcesOf = ({ summary, rationale }: OpenVersionView['content']): Record<string, string> => ({
  summary,
  rationale,
})

/** What there is to remark on: what the version says, and what it leaves out. */
function fieldsOf({ content, isCorrection }: OpenVersionView): RemarkField[] {
  const always: readonly RemarkField[] = ['rating', 'summary', 'rationale', 'wasCommentAsked', 'asOfOn', 'recheckOn']
  const correcting: readonly RemarkField[] = ['correctionLevel', 'correctionNote']
  return REMARK_FIELDS.filter(
    (field) => always.includes(field) || (correcting.includes(field) ? isCorrection : content[field] !== null),
  )
}
