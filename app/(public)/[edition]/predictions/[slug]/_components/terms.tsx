import type { ReactNode } from 'react'
import { Byline } from '@/app/_parts/public/byline'
import { DayText, WindowText } from '@/app/_ui/days'
import { dayInZone } from '@/lib/core/days'
import { inQuotes } from '@/lib/core/quotes'
import { BASIS_WORDS } from '@/lib/predictions/present'
import type { PublicPrediction } from '@/lib/predictions/queries/public'
import { closesOn } from '@/lib/predictions/rules/resolution'

/** What was frozen at the opening: the window and its words, certainty, grace, and who opened it when. */
export function Terms({ prediction, zone }: { prediction: PublicPrediction; zone: string }) {
  const { window, windowWords, windowBasis, saidOn, graceDays, conditionWords, figure, openedAt, openedBy } = prediction
  const openedOn = dayInZone(openedAt, zone)
  const isLate = window !== null && openedOn > closesOn({ dueTo: window.to, graceDays })
  return (
    <dl className="flex flex-col gap-3">
      {saidOn ? (
        <Term name="Said">
          <DayText day={saidOn} />
        </Term>
      ) : null}
      <Term name="Due">
        {window ? <WindowText window={window} className="font-medium" /> : 'no window'}
        {window && windowWords ? (
          <Aside>{windowBasis === 'given' ? windowWords : `in the words ${inQuotes(windowWords)}`}</Aside>
        ) : null}
        {window && windowBasis ? <Aside>{BASIS_WORDS[windowBasis]}</Aside> : null}
      </Term>
      {window ? <Term name="Grace">{graceWords(graceDays)}</Term> : null}
      <Term name="Certainty">
        <Certainty prediction={prediction} />
      </Term>
      {figure ? (
        <Term name="Figure">
          {figure}
          <Aside>
            A value counts as of the last day that it is of; one that misses it, as that of the window’s last day
          </Aside>
        </Term>
      ) : null}
      {conditionWords ? (
        <Term name="Condition">
          {inQuotes(conditionWords)}
          <Aside>Void if this does not come about</Aside>
        </Term>
      ) : null}
      <Term name="Opening">
        <Byline verb="Opened" on={openedOn} {...openedBy} />
        {isLate ? <Aside>Opened after its window had closed: some could know what came of it.</Aside> : null}
        <Aside>The criteria and the window have not changed since.</Aside>
      </Term>
    </dl>
  )
}

function Certainty({ prediction: { certaintyWords, certainty, isNegated } }: { prediction: PublicPrediction }) {
  return (
    <>
      {certaintyWords ? `“${certaintyWords}”` : 'no words of certainty'}
      <Aside>
        {certainty === null ? 'no probability on our list, so no score' : `stands for ${Math.round(certainty * 100)} %`}
        {isNegated ? ', that it will not happen' : ''}
      </Aside>
    </>
  )
}

const graceWords = (days: number): string =>
  days === 0 ? 'none' : `${days} ${days === 1 ? 'day' : 'days'} after the window`

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-13 text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const Aside = ({ children }: { children: ReactNode }) => <span className="block text-13 text-ink-soft">{children}</span>
