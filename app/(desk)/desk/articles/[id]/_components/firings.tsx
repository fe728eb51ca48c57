import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { meaningOf } from '@/lib/extraction/present/meanings'

const LONGEST = 90

/** Each rule in plain words, with the words of the text because of which it fired, and its id for whoever looks it up. */
export function Firings({ candidate: { rules, signs }, body }: { candidate: ReaderCandidate; body: string }) {
  return (
    <ul className="mt-2 flex flex-col gap-2 border-rule border-l-2 pl-3" data-firings>
      {[...new Set(rules)].map((rule) => {
        const words = signs
          .filter((sign) => sign.rule === rule)
          .map(({ start, end }) => ({ start, text: shortened(body.slice(start, end)) }))
        return (
          <li key={rule}>
            {sentence(meaningOf(rule) ?? 'A rule of an older version')}
            {words.length > 0 ? ': ' : ' '}
            {words.map(({ start, text }, index) => (
              <span key={start}>
                {index > 0 ? ', ' : ''}
                <q className="statement text-ink">{text}</q>
              </span>
            ))}{' '}
            <code className="break-all text-ink-faint">{rule}</code>
          </li>
        )
      })}
    </ul>
  )
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST
    ? line
    : `${line
        .slice(0, LONGEST - 2)
        .toWellFormed()
        .trimEnd()} …`
}
