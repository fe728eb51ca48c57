import { CopyPicture } from '@/app/_parts/evidence/copy-picture'
import { Timestamp } from '@/app/_ui/timestamp'
import type { Copy, SourceView } from '@/lib/evidence/queries/copies'
import { markedRuns } from '@/lib/evidence/rules/marking'
import { KIND_WORDS, sizeWords } from '../../_components/source-words'

/** Characters that are shown at once; the rest is read in the whole text. */
const MOST_SHOWN = 200_000

type Cited = SourceView['evidence']

/** A copy as the desk reads it: its words with what is cited marked, or the picture. */
export function CopyReader({ copy, cited, zone }: { copy: Copy; cited: Cited; zone: string }) {
  const { id, ordinal, takenAt, takenBy, kind, byteLength } = copy
  return (
    <section aria-labelledby="copy-title" className="flex max-w-measure flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="copy-title" className="statement font-semibold text-21">
          Copy {ordinal}
        </h2>
        <p className="flex flex-wrap gap-x-3 text-13 text-ink-soft">
          <span>
            taken <Timestamp at={takenAt.toISOString()} zone={zone} />
            {takenBy ? ` by ${takenBy.name}` : ', at a check'}
          </span>
          <span>
            {KIND_WORDS[kind]}, {sizeWords(byteLength)}
          </span>
          <a href={`/desk/sources/copies/${id}/file`} download>
            Save the file
          </a>
        </p>
      </div>
      {copy.text === null ? (
        <CopyPicture copyId={id} title={copy.title} className="max-w-full" />
      ) : (
        <Words copy={copy} text={copy.text} cited={cited} />
      )}
    </section>
  )
}

function Words({ copy, text, cited }: { copy: Copy; text: string; cited: Cited }) {
  const length = copy.bodyLength ?? text.length
  const shown = text.slice(0, Math.min(length, MOST_SHOWN))
  const around = text.slice(length, length + MOST_SHOWN)
  const spans = placesIn(copy.id, text, cited)
  return (
    <>
      {spans.length > 0 ? (
        <p className="text-13 text-ink-soft">
          <mark className="bg-accent/12 px-1 text-ink">Marked</mark> is what claims cite.
        </p>
      ) : null}
      <Paragraphs text={shown} offset={0} spans={spans} />
      {length > MOST_SHOWN ? (
        <p className="text-15">
          <a href={`/desk/sources/copies/${copy.id}/text`}>Read the whole text</a>
        </p>
      ) : null}
      {around.trim() === '' ? null : (
        <details className="border-rule border-t pt-3">
          <summary className="cursor-pointer text-13 text-ink-soft">What else the page showed</summary>
          <div className="mt-3 text-ink-soft">
            <Paragraphs text={around} offset={length} spans={spans} />
          </div>
        </details>
      )}
    </>
  )
}

type Spans = { id: string; start: number; end: number }[]

/** Where the cited excerpts stand in this copy: where they were chosen, else at the first place of their words. */
function placesIn(copyId: string, text: string, cited: Cited): Spans {
  return cited.flatMap(({ id, excerpt, copyId: of, excerptStart, excerptEnd }) => {
    if (of === copyId && excerptStart !== null && excerptEnd !== null)
      return [{ id, start: excerptStart, end: excerptEnd }]
    const start = text.indexOf(excerpt)
    return start < 0 ? [] : [{ id, start, end: start + excerpt.length }]
  })
}

function Paragraphs({ text, offset, spans }: { text: string; offset: number; spans: Spans }) {
  let at = offset
  const paragraphs = text.split('\n').map((paragraph) => {
    const start = at
    at += paragraph.length + 1
    return { start, paragraph }
  })
  return (
    <div className="flex flex-col gap-4 font-serif text-17" data-copy>
      {paragraphs
        .filter(({ paragraph }) => paragraph.trim() !== '')
        .map(({ start, paragraph }) => (
          <p key={start} className="break-words">
            {markedRuns(paragraph, start, spans).map((run) =>
              run.evidenceIds.length > 0 ? (
                <mark key={run.start} className="bg-accent/12 text-ink">
                  {run.text}
                </mark>
              ) : (
                run.text
              ),
            )}
          </p>
        ))}
    </div>
  )
}
