import { windowLabel } from '@/lib/predictions/present'
import type { LinkedPrediction } from '@/lib/predictions/queries/linked'
import { WindowBar } from '../window-bar/window-bar'

/** Those of which the day is known on which they were said: the others cannot be drawn. */
const drawnOf = (linked: readonly LinkedPrediction[]) =>
  linked.flatMap((item) => (item.saidOn === null ? [] : [{ ...item, saidOn: item.saidOn }]))

export const canDraw = (linked: readonly LinkedPrediction[]): boolean => drawnOf(linked).length > 0

/** Linked predictions stacked on one axis, so that narrowing is seen at once; the list in words is each page's own. */
export function LinkedWindows({ linked, today }: { linked: readonly LinkedPrediction[]; today: string }) {
  return (
    <WindowBar
      size="full"
      today={today}
      predictions={drawnOf(linked).map((item) => ({
        id: item.claimId,
        label: windowLabel(item, linked.length > 1 && item.isThis),
        saidOn: item.saidOn,
        window: item.window,
        graceDays: item.graceDays,
        certainty: item.certainty,
        resolution: item.resolution,
        outcome: item.outcome,
      }))}
    />
  )
}
