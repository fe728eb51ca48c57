import { PROSE } from '@/app/_parts/rationale/prose'
import { cx } from '@/app/_ui/classes'
import { type Mark, renderAnnotated, runsOf } from '@/lib/verdicts/present/annotated'
import type { RemarkField } from '@/lib/verdicts/rules/remark-fields'

type Props = { field: RemarkField; text: string; marks: readonly Mark[]; className?: string }

/** A plain text whose words can be selected for a remark, with the words of remarks marked. */
export function AnnotatedText({ field, text, marks, className }: Props) {
  return (
    <p className={className} data-remark-field={field}>
      {linesOf(text).flatMap(({ at, line }) =>
        runsOf(line, at, marks).map(({ start, text: words, mark, ending }) => (
          <span key={start}>
            {mark ? (
              <mark className="remark-mark" data-at={start}>
                {words}
              </mark>
            ) : (
              <span data-at={start}>{words}</span>
            )}
            {ending.map(({ id, number }) => (
              <sup key={id} className="remark-number">
                <a href={`#remark-${id}`} aria-label={`Remark ${number}`}>
                  {number}
                </a>
              </sup>
            ))}
          </span>
        )),
      )}
    </p>
  )
}

/** Each line with its place: a page shows line breaks of either kind as one character, so no run crosses one. */
function linesOf(text: string): { at: number; line: string }[] {
  let at = 0
  return text.split(/(?<=\n)/).map((whole) => {
    const line = { at, line: whole.replace(/\r(?=\n$)/, '') }
    at += whole.length
    return line
  })
}

/** The same of a rationale, as readers will see it. */
export function AnnotatedRationale({
  field,
  text,
  marks,
  evidenceIds,
  className,
}: Props & { evidenceIds: readonly string[] }) {
  return (
    <div
      className={cx(PROSE, className)}
      data-remark-field={field}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by markdown-it with HTML off, runs escaped; tested in lib/verdicts
      dangerouslySetInnerHTML={{ __html: renderAnnotated(text, marks, { evidenceIds }) }}
    />
  )
}
