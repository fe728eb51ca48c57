import { Tag, type TagTone } from '@/app/_ui/tag'
import type { Person } from '@/lib/accounts/queries'

const STATES: Record<Person['state'], { word: string; tone: TagTone }> = {
  active: { word: 'Active', tone: 'good' },
  invited: { word: 'Invited', tone: 'watch' },
  disabled: { word: 'Disabled', tone: 'bad' },
}

/** An invitation whose link ran out waits for nothing: it needs a new one. */
export function StateTag({ person }: { person: Pick<Person, 'state' | 'linkOpenUntilAt'> }) {
  const { word, tone } = STATES[person.state]
  const isExpired = person.state === 'invited' && person.linkOpenUntilAt === null
  return <Tag tone={isExpired ? 'bad' : tone}>{isExpired ? 'Invitation ran out' : word}</Tag>
}
