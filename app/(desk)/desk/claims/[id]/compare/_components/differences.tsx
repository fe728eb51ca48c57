import type { Comparison, DiffPart } from '@/lib/verdicts/rules/comparing'

/** What changed, field by field. What went is struck through and what came underlined, so colour is not needed to read it. */
export function Differences({ comparison, isSame }: { comparison: Comparison; isSame: boolean }) {
  const { changed, same, notKept } = comparison
  return (
    <div className="flex max-w-page flex-col gap-8">
      {changed.length === 0 ? (
        <p>{isSame ? 'The two are one and the same.' : 'Nothing differs in what both of them keep.'}</p>
      ) : (
        <p className="text-13 text-ink-soft">
          <del className="text-rating-false">Struck through</del>: only in the first.{' '}
          <ins className="bg-accent-wash decoration-accent">Underlined</ins>: only in the second.
        </p>
      )}
      {changed.map(({ field, label, parts }) => (
        <section key={field} aria-labelledby={`changed-${field}`} data-field={field} className="flex flex-col gap-2">
          <h2 id={`changed-${field}`} className="border-rule border-b pb-1 font-semibold text-15">
            {label}
          </h2>
          <p className="max-w-measure whitespace-pre-wrap break-words font-serif text-17">
            <Parts parts={parts} />
          </p>
        </section>
      ))}
      {same.length > 0 ? <p className="text-13 text-ink-soft">The same in both: {same.join(', ')}.</p> : null}
      {notKept.length > 0 ? (
        <p className="text-13 text-ink-soft">
          Kept with one of the two only: {notKept.join(', ')}. A saved draft keeps the words of the verdict; statement,
          figures and evidence are kept with each published version, and told in the history.
        </p>
      ) : null}
    </div>
  )
}

function Parts({ parts }: { parts: readonly DiffPart[] }) {
  let at = 0
  return parts.map(({ kind, text }) => {
    at += text.length
    const key = `${kind}-${at}`
    if (kind === 'removed')
      return (
        <del key={key} className="text-rating-false decoration-1">
          {text}
        </del>
      )
    if (kind === 'added')
      return (
        <ins key={key} className="bg-accent-wash decoration-accent [del+&]:ml-1">
          {text}
        </ins>
      )
    return <span key={key}>{text}</span>
  })
}
