import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import type { OwnSession } from '@/lib/accounts/queries'
import { endSessionAction } from '../actions'
import { deviceWords } from './device-words'

/** The own open sessions: which device, from where, last seen when. */
export function SessionList({
  sessions,
  currentId,
  zone,
}: {
  sessions: OwnSession[]
  currentId: string | null
  zone: string
}) {
  return (
    <ul>
      {sessions.map((session) => (
        <li key={session.id} className="flex items-center justify-between gap-4 border-rule border-b py-3">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {deviceWords(session.userAgent)}
              {session.id === currentId ? <Tag tone="accent">This session</Tag> : null}
            </p>
            <p className="text-13 text-ink-soft">
              {session.address ? `${session.address} · ` : null}
              last seen <Timestamp at={session.lastSeenAt.toISOString()} zone={zone} /> · since{' '}
              <Timestamp at={session.createdAt.toISOString()} zone={zone} />
            </p>
          </div>
          {session.id === currentId ? null : (
            <ActionForm action={endSessionAction} className="shrink-0">
              <input type="hidden" name="sessionId" value={session.id} />
              <SubmitButton size="small" variant="secondary">
                End
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
