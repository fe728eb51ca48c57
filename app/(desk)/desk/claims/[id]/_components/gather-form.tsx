'use client'

import { Gathering } from '@/app/_parts/evidence/gathering'
import { SubmitButton } from '@/app/_ui/action-form'
import { controlText } from '@/app/_ui/controls-by-name'
import { gatherEvidenceAction } from '../evidence/actions'
import type { ClaimedFigure } from './comparison-preview'
import { ExcerptFields } from './evidence-fields'

type Props = { claimId: string; today: string; figures: ClaimedFigure[] }

/** Gathers a piece of evidence in one form; its figure is read from the excerpt. */
export function GatherForm({ claimId, today, figures }: Props) {
  const askForFigure = (form: HTMLFormElement) => {
    const button = form.querySelector<HTMLButtonElement>('button[name=move][value=figure]')
    // Where something was typed already, nothing is proposed over it.
    if (button && figures.length > 0 && controlText(form, 'foundText') === '') form.requestSubmit(button)
  }
  return (
    <Gathering
      id="evidence-form"
      action={gatherEvidenceAction}
      today={today}
      onChosen={askForFigure}
      before={<input type="hidden" name="claimId" value={claimId} />}
    >
      {({ typed, pane, saidOf }) => (
        <>
          <ExcerptFields
            figures={figures}
            item={typed}
            pane={pane}
            figureButton={
              <div className="flex flex-wrap items-center gap-3">
                <SubmitButton variant="secondary" size="small" name="move" value="figure" pendingText="Reading …">
                  Read the figure from the excerpt
                </SubmitButton>
                <p role="status" className="text-13 text-ink-soft empty:hidden">
                  {saidOf('figure')}
                </p>
              </div>
            }
          />
          <div>
            <SubmitButton name="move" value="add">
              Add the evidence
            </SubmitButton>
          </div>
        </>
      )}
    </Gathering>
  )
}
