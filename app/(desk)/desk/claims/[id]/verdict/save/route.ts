import { saveAndPerhapsSubmit } from '@/lib/verdicts/commands/saving'
import { SaveVerdictForm } from '@/lib/verdicts/schema'
import { formRoute } from '@/lib/web/action'
import { savedWords } from '../../_components/saved-words'

/** Several times what all fields may hold, so that too long a text is told at its field. */
const MAX_BYTES = 1_000_000

/**
 * Saves the editor's form as its action does. A route, because its address outlives a deploy: the ids of actions do not, and
 * an editor may have been open for hours.
 */
export const POST = formRoute(SaveVerdictForm, saveAndPerhapsSubmit, { message: savedWords, maxBytes: MAX_BYTES })
