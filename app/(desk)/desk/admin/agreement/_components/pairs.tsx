import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import type { RatedScale, TwiceRated } from '@/lib/verdicts/queries/agreement'
import { agreementFigures, LEAST_RATED } from '@/lib/verdicts/rules/agreement'
import { addressOf, counted, type Pair } from '../search'
import { kappaWords, percentWords } from './figure-words'

type Props = { pairs: readonly Pair[]; all: readonly TwiceRated[]; scale: RatedScale; current: Pair | undefined }

/** Every pair of people with its figures in a row; a name leads to the figure and the claims behind it. */
export function Pairs({ pairs, all, scale, current }: Props) {
  return (
    <Table caption="Pairs of people: who rated first, who second">
      <TableHead>
        <HeadCell>First</HeadCell>
        <HeadCell>Second</HeadCell>
        <HeadCell numeric>n</HeadCell>
        <HeadCell numeric>Agree</HeadCell>
        <HeadCell numeric>Cohen’s κ</HeadCell>
        <HeadCell numeric>Weighted κ</HeadCell>
      </TableHead>
      <TableBody>
        <FigureRow rows={all} scale={scale} isCurrent={current === undefined}>
          <Cell colSpan={2}>
            <a href={`${addressOf({ scale: scale.version })}#pair`}>All pairs together</a>
          </Cell>
        </FigureRow>
        {pairs.map((pair) => (
          <FigureRow
            key={`${pair.first.id} ${pair.second.id}`}
            rows={pair.rows}
            scale={scale}
            isCurrent={pair === current}
          >
            <Cell>
              <a href={`${addressOf({ scale: scale.version, first: pair.first.id, second: pair.second.id })}#pair`}>
                {pair.first.name}
                <span className="sr-only"> first, {pair.second.name} second</span>
              </a>
            </Cell>
            <Cell>{pair.second.name}</Cell>
          </FigureRow>
        ))}
      </TableBody>
    </Table>
  )
}

function FigureRow({
  rows,
  scale: { scale },
  isCurrent,
  children,
}: {
  rows: readonly TwiceRated[]
  scale: RatedScale
  isCurrent: boolean
  children: React.ReactNode
}) {
  const { n, percent, kappa, ordered } = agreementFigures(scale, counted(rows))
  return (
    <Row selected={isCurrent}>
      {children}
      <Cell numeric>{n}</Cell>
      {n < LEAST_RATED ? (
        <Cell colSpan={3} className="text-right text-ink-soft">
          too few
        </Cell>
      ) : (
        <>
          <Cell numeric>{percentWords(percent)}</Cell>
          <Cell numeric>{kappaWords(kappa)}</Cell>
          <Cell numeric>{ordered.n < LEAST_RATED ? 'too few' : kappaWords(ordered.kappa)}</Cell>
        </>
      )}
    </Row>
  )
}
