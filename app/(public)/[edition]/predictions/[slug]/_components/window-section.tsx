import { canDraw, LinkedWindows } from '@/app/_parts/predictions/linked-windows'
import { Section } from '@/app/_parts/public/section'
import { ResolutionBadge } from '@/app/_parts/window-bar/resolution-badge'
import { DayText, WindowText } from '@/app/_ui/days'
import { counted } from '@/lib/core/counts'
import type { Day } from '@/lib/core/days'
import { RELATION_WORDS } from '@/lib/predictions/present'
import type { LinkedPrediction } from '@/lib/predictions/queries/linked'
import type { PublicPrediction } from '@/lib/predictions/queries/public'

/** The window at full size, with all predictions of the same event on one axis, and the same as a table below. */
export function WindowSection({ prediction, slug, today }: { prediction: PublicPrediction; slug: string; today: Day }) {
  const { linked, moreLinked, isTooVague } = prediction
  if (!canDraw(linked) || (isTooVague && linked.length === 1)) return null
  return (
    <Section id="window" title={linked.length > 1 ? 'How the window moved' : 'The window'}>
      <LinkedWindows linked={linked} today={today} />
      {linked.length > 1 ? <LinkedTable linked={linked} /> : null}
      {moreLinked > 0 ? (
        <p className="text-13 text-ink-soft">
          {counted(moreLinked, 'more prediction')} of the same event, said between these,{' '}
          {moreLinked === 1 ? 'is' : 'are'} not drawn; all stand in{' '}
          <a href={`/predictions/${slug}/statements`}>the list of later statements</a>.
        </p>
      ) : null}
    </Section>
  )
}

/** The picture's figures: each prediction of the event with its days. On a phone the day on which it was said stands under the statement. */
function LinkedTable({ linked }: { linked: LinkedPrediction[] }) {
  return (
    <table className="w-full border-rule border-b text-15">
      <caption className="sr-only">Predictions of the same event, in the order in which they were said</caption>
      <thead className="text-13 text-ink-soft">
        <tr className="border-rule border-b text-left align-bottom">
          <th scope="col" className="py-1 pr-4 font-medium">
            Prediction
          </th>
          <th scope="col" className="py-1 pr-4 font-medium max-sm:hidden">
            Said
          </th>
          <th scope="col" className="py-1 pr-4 font-medium">
            Due
          </th>
          <th scope="col" className="py-1 font-medium">
            Ended
          </th>
        </tr>
      </thead>
      <tbody>
        {linked.map((item) => (
          <tr key={item.claimId} className="border-rule border-t align-top first:border-t-0">
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              {item.isThis ? (
                <strong className="statement font-semibold">{item.shortForm}</strong>
              ) : (
                <a href={`/predictions/${item.slug}`} className="statement link-quiet">
                  {item.shortForm}
                </a>
              )}
              <span className="block text-13 text-ink-soft">
                {item.isThis ? 'this one' : item.relation ? RELATION_WORDS[item.relation] : 'of the same event'}
                {item.saidOn ? (
                  <span className="sm:hidden">
                    , said <DayText day={item.saidOn} />
                  </span>
                ) : null}
              </span>
            </th>
            <td className="whitespace-nowrap py-2 pr-4 text-13 text-ink-soft max-sm:hidden">
              {item.saidOn ? <DayText day={item.saidOn} /> : 'not known'}
            </td>
            <td className="py-2 pr-4 text-13 text-ink-soft sm:whitespace-nowrap">
              {item.window ? <WindowText window={item.window} /> : 'no window'}
            </td>
            <td className="py-2 text-13 sm:whitespace-nowrap">
              <ResolutionBadge kind={item.resolution} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
