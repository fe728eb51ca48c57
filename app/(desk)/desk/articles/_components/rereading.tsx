import { Notice } from '@/app/_ui/notice'
import type { RereadingState } from '@/lib/claims/queries/rereading'
import { RefreshUntilRead } from '../[id]/_components/refresh-until-read'
import { RereadForm } from './reread-form'

const counted = (n: number, one: string, many: string): string => (n === 1 ? one : `${n.toLocaleString('en')} ${many}`)

/** What older rules read and may be read again, how far that has come, and what was read differently where people had decided. */
export function Rereading({ state, mayReread }: { state: RereadingState; mayReread: boolean }) {
  const { older, isRunning, differing } = state
  return (
    <>
      {isRunning ? (
        <Notice title="Reading again" live>
          <RefreshUntilRead />
          {older > 0
            ? `${counted(older, 'One article is', 'articles are')} still to be read by the newer rules. What people decided stays.`
            : 'The last ones are being read.'}
        </Notice>
      ) : null}
      {!isRunning && older > 0 && mayReread ? (
        <Notice title={`${counted(older, 'One article was', 'articles were')} read by older rules`}>
          <p className="mb-3">
            Read again, their undecided claims are replaced. What people decided stays; where the newer rules read it
            differently, both are shown.
          </p>
          <RereadForm />
        </Notice>
      ) : null}
      {differing > 0 ? (
        <Notice title={`${counted(differing, 'One decided claim is', 'decided claims are')} read differently now`}>
          The decisions stand until somebody looks: <a href="/desk/articles/differences">see them all</a>.
        </Notice>
      ) : null}
    </>
  )
}
