import type { ReactNode } from 'react'

export type PlotRow = { key: string; cells: ReactNode[] }

/** The figures of a picture: what each row is about first, numbers right of it. */
export function PlotTable({
  caption,
  head,
  rows,
  foot,
}: {
  /** For who does not see what the table belongs to. */
  caption: string
  head: string[]
  rows: PlotRow[]
  foot?: ReactNode[]
}) {
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-ink border-b">
          {head.map((label, index) => (
            <th key={label} scope="col" className={index === 0 ? FIRST : NUMBER}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} className="border-rule border-b">
            <Cells cells={cells} head={head} />
          </tr>
        ))}
      </tbody>
      {foot ? (
        <tfoot>
          <tr className="font-semibold">
            <Cells cells={foot} head={head} />
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

const FIRST = 'py-1.5 pr-4 text-left font-semibold'
const NUMBER = 'py-1.5 pl-4 text-right align-bottom font-semibold'

/** The columns stand for good, so a cell is known by its head. */
function Cells({ cells, head }: { cells: ReactNode[]; head: string[] }) {
  const [first, ...numbers] = cells
  return (
    <>
      <th scope="row" className="whitespace-nowrap py-1.5 pr-4 text-left font-normal">
        {first}
      </th>
      {numbers.map((cell, index) => (
        <td key={head[index + 1]} className="whitespace-nowrap py-1.5 pl-4 text-right tabular-nums">
          {cell}
        </td>
      ))}
    </>
  )
}
