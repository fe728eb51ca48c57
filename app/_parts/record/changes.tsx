import type { Block, Piece } from '@/lib/articles/rules/comparing'
import { counted } from '@/lib/core/counts'

/** What one page shows: beyond that a text is another text, and reading both is quicker. */
const MOST_BLOCKS = 400

/** The text with what changed marked, word by word; what stayed is folded, and opens. Told in words too, not by colour alone. */
export function Changes({ blocks }: { blocks: readonly Block[] }) {
  const shown = blocks.slice(0, MOST_BLOCKS)
  return (
    <div className="flex flex-col gap-4 font-serif text-17" data-changes>
      {keyed(shown).map(([key, block]) => (
        <BlockView key={key} block={block} />
      ))}
      {blocks.length > shown.length ? (
        <p className="font-sans text-15 text-ink-soft">
          {counted(blocks.length - shown.length, 'more change')} not shown. Read both versions with their claims
          instead.
        </p>
      ) : null}
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'same')
    return (
      <details className="group border-rule border-y py-2 font-sans">
        <summary className="cursor-pointer text-13 text-ink-soft">
          {counted(block.paragraphs.length, 'unchanged paragraph')}
        </summary>
        <div className="mt-3 flex flex-col gap-4 font-serif text-17 text-ink-soft">
          {keyed(block.paragraphs).map(([key, paragraph]) => (
            <p key={key}>{paragraph}</p>
          ))}
        </div>
      </details>
    )
  if (block.kind === 'changed')
    return (
      <div className="border-accent border-l-4 pl-3">
        <Label>Rewritten</Label>
        <p>
          {keyed(block.pieces).map(([key, piece]) => (
            <PieceView key={key} piece={piece} />
          ))}
        </p>
      </div>
    )
  const isAdded = block.kind === 'added'
  return (
    <div className={`border-l-4 pl-3 ${isAdded ? 'border-rating-true' : 'border-rating-false'}`}>
      <Label>{isAdded ? 'Added' : 'Removed'}</Label>
      <p>
        <PieceView piece={block} isWhole />
      </p>
    </div>
  )
}

const Label = ({ children }: { children: string }) => (
  <p className="font-medium font-sans text-13 text-ink-soft">{children}</p>
)

/** Screen readers seldom tell ins and del, so pieces within a paragraph say it; of a whole one its label does. */
function PieceView({ piece: { kind, text }, isWhole = false }: { piece: Piece; isWhole?: boolean }) {
  if (kind === 'same') return <>{text}</>
  if (kind === 'added')
    return (
      <ins className="mx-0.5 bg-rating-true/10 decoration-2 decoration-rating-true underline-offset-4">
        {isWhole ? null : <span className="sr-only"> [added: </span>}
        {text}
        {isWhole ? null : <span className="sr-only">] </span>}
      </ins>
    )
  return (
    <del className="mx-0.5 bg-rating-false/10 text-ink-soft decoration-2 decoration-rating-false">
      {isWhole ? null : <span className="sr-only"> [removed: </span>}
      {text}
      {isWhole ? null : <span className="sr-only">] </span>}
    </del>
  )
}

const keyed = <T,>(list: readonly T[]): [number, T][] => list.map((one, index) => [index, one])
