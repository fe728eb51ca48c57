import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Notice } from '@/app/_ui/notice'
import type { ModelState } from '@/lib/claims/queries/asking'
import { askModelAction } from '../actions'
import { RefreshUntilRead } from './refresh-until-read'

const FAILURES: Record<Extract<ModelState, { state: 'failed' }>['reason'], string> = {
  stopped: 'The worker was stopped before it answered.',
  timeout: 'It did not answer in time.',
  unreachable: 'It could not be reached.',
  'rate-limited': 'It had too much to do, also when asked again.',
  refused: 'It refused the question: an admin should check the key and the name of the model.',
  failed: 'It failed, also when asked again.',
  unreadable: 'What it answered could not be read.',
}

/** Where a language model is configured: ask for proposals, and what came of it. People decide on each, as on any candidate. */
export function ModelProposals({
  articleId,
  model,
  mayAsk,
}: {
  articleId: string
  model: ModelState | null
  mayAsk: boolean
}) {
  if (model === null) return null
  return (
    <section aria-labelledby="model-heading" className="flex flex-col gap-2 border-rule border-t pt-4 text-13">
      <h3 id="model-heading" className="font-semibold text-15">
        Proposals of a language model
      </h3>
      <div role="status">
        <Told model={model} />
      </div>
      {mayAsk && model.state !== 'waiting' ? (
        <ActionForm action={askModelAction} className="flex flex-col items-start gap-2">
          <input type="hidden" name="articleId" value={articleId} />
          <SubmitButton variant="secondary" size="small">
            {model.state === 'none' ? `Ask ${model.model}` : 'Ask again'}
          </SubmitButton>
          <p className="text-ink-soft">
            The text is sent to the configured server. What it proposes is kept only where its words stand in the text,
            and nothing is accepted by itself.
          </p>
        </ActionForm>
      ) : null}
    </section>
  )
}

function Told({ model }: { model: ModelState }) {
  if (model.state === 'none') return null
  if (model.state === 'waiting')
    return (
      <>
        <RefreshUntilRead />
        <p className="text-ink-soft">
          Asking {model.model}. This takes seconds, of a long text minutes; you can go on working.
        </p>
      </>
    )
  if (model.state === 'failed')
    return (
      <Notice kind="warn" title={`${model.model} gave no proposals`}>
        {FAILURES[model.reason]} Nothing was stored; the claims that the rules found stay as they are.
      </Notice>
    )
  const { added, invented, unread, tokens, cost } = model
  const others = model.dropped - invented
  const facts = [
    `${added === 0 ? 'Nothing new' : `${added} new`} from ${model.model} (prompt ${model.promptVersion})`,
    ...(invented > 0 ? [`${invented} dropped, whose words do not stand in the text`] : []),
    ...(others > 0 ? [`${others} passed over, marked already or not usable`] : []),
    ...(unread > 0 ? [`${unread.toLocaleString('en')} characters at the end not read`] : []),
  ]
  const price = [
    `${Math.max(0.1, model.latencyMs / 1000).toFixed(1)} s`,
    ...(tokens === null ? [] : [`${tokens.toLocaleString('en')} tokens`]),
    ...(cost === null ? [] : [`cost ${cost.toFixed(4)}`]),
  ]
  return (
    <p className="text-ink-soft">
      {facts.join('; ')}. ({price.join(', ')})
    </p>
  )
}
