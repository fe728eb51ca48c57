import { Folded } from '@/app/_ui/folded'
import { Timestamp } from '@/app/_ui/timestamp'
import { DealWithForm, ReopenForm, ReplyForm } from './remark-forms'
import { type NumberedRemark, placeWords, REMARK_FIELD_WORDS } from './remark-words'

const STEP_WORDS = { reply: 'replied', dealt_with: 'dealt with it', reopened: 'opened it again' } as const

/** Remarks on a text, each with the words that it is about and what became of it. */
export function Remarks({
  remarks,
  revision,
  zone,
  label,
}: {
  remarks: readonly NumberedRemark[]
  /** The one that is stored now. */
  revision: number
  zone: string
  label: string
}) {
  if (remarks.length === 0) return null
  const [open, settled] = [remarks.filter(({ isOpen }) => isOpen), remarks.filter(({ isOpen }) => !isOpen)]
  const list = (some: readonly NumberedRemark[], name: string) => (
    <ol aria-label={name} className="flex flex-col gap-4">
      {some.map((remark) => (
        <Remark key={remark.id} remark={remark} revision={revision} zone={zone} />
      ))}
    </ol>
  )
  return (
    <div className="flex flex-col gap-4">
      {open.length > 0 ? list(open, label) : null}
      {settled.length > 0 ? (
        <Folded label={`${settled.length} dealt with`}>{list(settled, `${label}, dealt with`)}</Folded>
      ) : null}
    </div>
  )
}

function Remark({ remark, revision, zone }: { remark: NumberedRemark; revision: number; zone: string }) {
  const { id, number, field, quote, body, by, at, steps, isOpen } = remark
  const place = placeWords(remark, revision)
  return (
    <li
      id={`remark-${id}`}
      data-remark={isOpen ? 'open' : 'dealt-with'}
      className="remark-card flex scroll-mt-20 flex-col gap-2 border-line border-l-2 py-1 pl-3 text-15"
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-13 text-ink-soft">
        <span className="font-semibold text-ink">
          {number}. {REMARK_FIELD_WORDS[field]}
        </span>
        {isOpen ? null : <span>Dealt with</span>}
      </p>
      {quote === null ? null : (
        <blockquote className="border-line border-l pl-2 font-serif text-ink-soft">
          <span className="sr-only">About the words: </span>“{shortened(quote)}”
        </blockquote>
      )}
      {place ? (
        <p className={remark.place.is === 'gone' ? 'font-medium text-13' : 'text-13 text-ink-soft'}>{place}</p>
      ) : null}
      <p className="whitespace-pre-wrap">{body}</p>
      <p className="text-13 text-ink-soft">
        {by}, on revision {remark.revision}, <Timestamp at={at} zone={zone} />
      </p>
      {steps.map((step) => (
        <div key={step.id} className="border-rule border-t pt-2">
          <p className="text-13 text-ink-soft">
            <span className="font-medium text-ink">{step.by}</span> {STEP_WORDS[step.kind]},{' '}
            <Timestamp at={step.at} zone={zone} />
          </p>
          {step.body ? <p className="whitespace-pre-wrap">{step.body}</p> : null}
        </div>
      ))}
      <Answers remark={remark} />
    </li>
  )
}

function Answers({ remark: { id, number, mayDealWith, mayReopen, mayReply } }: { remark: NumberedRemark }) {
  if (!mayDealWith && !mayReopen && !mayReply) return null
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1 print:hidden">
      {mayDealWith ? <DealWithForm remarkId={id} number={number} /> : null}
      {mayReopen ? <ReopenForm remarkId={id} number={number} /> : null}
      {mayReply ? <ReplyForm remarkId={id} number={number} /> : null}
    </div>
  )
}

const LONGEST = 240
const shortened = (quote: string): string =>
  quote.length <= LONGEST
    ? quote
    : `${quote.slice(0, LONGEST / 2).trimEnd()} … ${quote.slice(-LONGEST / 2).trimStart()}`
