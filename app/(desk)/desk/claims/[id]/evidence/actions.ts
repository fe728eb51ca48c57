'use server'

import type { Proposed, Typed, TypedName } from '@/app/_parts/evidence/gathered'
import { asItStands, GatheringForm, type GatheringMove, gathered } from '@/app/(desk)/desk/sources/_gathering/actions'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { addEvidence } from '@/lib/evidence/commands'
import { orderEvidence } from '@/lib/evidence/commands/ordering'
import { proposeFigure } from '@/lib/evidence/queries/proposing'
import type { Figure } from '@/lib/evidence/rules'
import { AddEvidence, OrderEvidence } from '@/lib/evidence/schema'
import { action } from '@/lib/web/action'

const readFigure: GatheringMove = async (ctx, form) => {
  const claimId = Id.parse(form.claimId)
  const { excerpt = '', quantityId = null, publishedOn = null } = form
  if (excerpt.trim() === '')
    throw new AppError('BAD_INPUT', { fields: { excerpt: 'Choose the excerpt first; its figure is read from it.' } })
  const saidOn = publishedOn && /^\d{4}-\d{2}-\d{2}$/.test(publishedOn) ? publishedOn : null
  const proposal = await proposeFigure(ctx, { claimId, quantityId, excerpt: excerpt.slice(0, 5000), saidOn })
  const stands: Proposed = { ...(await asItStands(ctx, form)), about: 'figure' }
  if (proposal === null) return { ...stands, said: 'The excerpt has no figure that could be read.' }
  const figure = figureFields(proposal.figure, proposal.quantityId)
  return {
    ...stands,
    typed: { ...stands.typed, ...figure },
    replaces: Object.keys(figure) as TypedName[],
    said: `Read from the excerpt: ${proposal.figure.text}. Check it.`,
  }
}

/** One form gathers a source and adds the evidence: it finds, fetches, takes files, reads the figure, and adds. */
export const gatherEvidenceAction = action(
  GatheringForm,
  async (ctx, form): Promise<Proposed | { isKnownSource: boolean }> => {
    const proposed = await gathered(ctx, form, { figure: readFigure })
    if (proposed) return proposed
    const { isKnownSource } = await addEvidence(ctx, AddEvidence.parse(form))
    return { isKnownSource }
  },
  {
    message: (value) =>
      'isKnownSource' in value
        ? value.isKnownSource
          ? 'Added. The desk knew this source already, so its details were kept.'
          : 'Added to the evidence.'
        : '',
  },
)

export const orderEvidenceAction = action(OrderEvidence, orderEvidence)

const numberText = (value: number | null): string => (value === null ? '' : String(value))

const figureFields = (figure: Figure, quantityId: string | null): Typed => ({
  foundText: figure.text,
  foundValue: numberText(figure.value),
  foundLow: numberText(figure.low),
  foundHigh: numberText(figure.high),
  foundUnit: figure.unit,
  foundModifier: figure.modifier,
  foundAsOfOn: figure.asOfOn ?? '',
  ...(quantityId ? { quantityId } : {}),
})
