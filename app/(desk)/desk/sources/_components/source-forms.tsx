'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { checkSourceAction, requestArchivingAction, settleAlertAction } from '../actions'

/** Looks at the source now. `isFirst`: no copy is there yet. */
export const CheckForm = ({ sourceId, isFirst }: { sourceId: string; isFirst: boolean }) => (
  <ActionForm action={checkSourceAction} id="check-source" className="gap-3">
    <input type="hidden" name="sourceId" value={sourceId} />
    <div>
      <SubmitButton variant="secondary" pendingText="Fetching …">
        {isFirst ? 'Take a copy now' : 'Check it now'}
      </SubmitButton>
    </div>
  </ActionForm>
)

/** `title`: of the source, where several stand in a list. */
export const SettleForm = ({ sourceId, title }: { sourceId: string; title?: string }) => (
  <ActionForm action={settleAlertAction} className="gap-3">
    <input type="hidden" name="sourceId" value={sourceId} />
    <div>
      <SubmitButton variant="secondary" size="small" aria-label={title ? `I have looked at it: ${title}` : undefined}>
        I have looked at it
      </SubmitButton>
    </div>
  </ActionForm>
)

export const ArchiveForm = ({ sourceId }: { sourceId: string }) => (
  <ActionForm action={requestArchivingAction} className="gap-3">
    <input type="hidden" name="sourceId" value={sourceId} />
    <div>
      <SubmitButton variant="secondary" size="small">
        Ask the web archive to keep it
      </SubmitButton>
    </div>
  </ActionForm>
)
