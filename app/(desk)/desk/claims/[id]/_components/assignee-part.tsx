import { AssignForm } from './assign-form'
import { assigneeChoices } from './assignee-choices'
import { Nothing, Part } from './section'

type Person = { id: string; name: string }

/** Who takes care of the claim; taking it oneself is one press. */
export function AssigneePart({
  claim: { id, assignee },
  people,
  viewerId,
  mayAssign,
}: {
  claim: { id: string; assignee: Person | null }
  people: Person[]
  viewerId: string | null
  mayAssign: boolean
}) {
  const isMine = assignee !== null && assignee.id === viewerId
  return (
    <Part title="Assigned to">
      {assignee ? <p>{isMine ? `${assignee.name} (you)` : assignee.name}</p> : <Nothing>Nobody yet.</Nothing>}
      {mayAssign ? (
        <AssignForm
          claimId={id}
          assigneeId={assignee?.id ?? ''}
          people={assigneeChoices(people, assignee)}
          isMine={isMine}
        />
      ) : null}
    </Part>
  )
}
