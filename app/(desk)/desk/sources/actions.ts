'use server'

import { requestArchiving } from '@/lib/evidence/commands/archiving'
import { checkSourceNow, settleAlert } from '@/lib/evidence/commands/checking'
import { SourceInput } from '@/lib/evidence/schema'
import { action } from '@/lib/web/action'

const SAID = {
  same: 'Looked at now: it says the same.',
  changed: 'Looked at now: it says something else than before. What changed is shown on this page.',
  failed: 'Looked at now, in vain: it could not be reached. The copy that the desk has stays.',
  overtaken: 'Somebody else looked at it in the same moment; what was found is shown here.',
}

export const checkSourceAction = action(
  SourceInput,
  async (ctx, input) => ({ outcome: await checkSourceNow(ctx, input) }),
  { message: ({ outcome }) => SAID[outcome] },
)
export const settleAlertAction = action(SourceInput, settleAlert, {
  message: 'Noted. The desk is no longer alerted to it.',
})
export const requestArchivingAction = action(SourceInput, requestArchiving, {
  message: 'The web archive is being asked. Its copy is noted here once it has one.',
})
