import { IDLE } from '@/lib/core/results'
import { saveAndPerhapsSubmit } from '@/lib/verdicts/commands/saving'
import { SaveVerdictForm } from '@/lib/verdicts/schema'
import { action } from '@/lib/web/action'
import { savedWords } from '../../_components/saved-words'

const save = action(SaveVerdictForm, saveAndPerhapsSubmit, { message: savedWords, refreshes: false })

/**
 * Saves the editor's form as its action does. A route, because its address outlives a deploy: the ids of actions do not, and
 * an editor may have been open for hours. `action` checks the origin and who it is.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData())
  return Response.json(await save(IDLE, form), { headers: { 'Cache-Control': 'no-store' } })
}
