import { Notice } from '@/app/_ui/notice'
import type { ExtractionProgress } from '@/lib/claims/queries/reader'
import { RefreshUntilRead } from './refresh-until-read'

/** Whether the claims are still being read, and what to do when nothing happens. */
export function Progress({ progress }: { progress: ExtractionProgress | null }) {
  if (progress === null) return null
  if (progress.state === 'done')
    return progress.leftOut > 0 ? (
      <Notice title="A very long text">
        The claims most worth checking are marked; {progress.leftOut.toLocaleString('en')} others were left out. Mark
        what you miss by hand.
      </Notice>
    ) : null
  if (progress.state === 'failed')
    return (
      <Notice kind="danger" title="The text could not be read">
        It was tried several times and failed each time, so nothing is marked. An admin sees the reason under Admin,
        Jobs, and can have it tried again. The text is kept; you can mark claims by hand meanwhile.
      </Notice>
    )
  return (
    <>
      <RefreshUntilRead />
      {progress.isStuck ? (
        <Notice kind="warn" title="The worker does not seem to run">
          The text waits to be read. Start the worker (it runs inside <code>npm start</code>, or on its own with{' '}
          <code>npm run worker</code>); this page goes on by itself. You can mark claims by hand meanwhile.
        </Notice>
      ) : (
        <Notice kind="info" title="Reading the text" live>
          {progress.hasEarlier
            ? 'The day or the publisher changed, so the claims are being read again.'
            : 'The claims appear here in a moment.'}
        </Notice>
      )}
    </>
  )
}
