import { Seal } from '@/app/_parts/seal/seal'
import { Pagination } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Timestamp } from '@/app/_ui/timestamp'
import { counted as countedWords } from '@/lib/core/counts'
import { ratingOf } from '@/lib/settings/rules'
import type { RatingScale } from '@/lib/settings/schema'
import type { RatedScale, TwiceRated } from '@/lib/verdicts/queries/agreement'
import { type AgreementSearch, addressOf, counted, pageOf } from '../search'

const NOT_BLIND = { saved: 'not blind: had written at it', looked: 'not blind: had seen the text' } as const

type Props = { rows: readonly TwiceRated[]; scale: RatedScale; search: AgreementSearch; zone: string }

/** The claims behind the figures, also those that do not count, with why. */
export function Behind({ rows, scale, search, zone }: Props) {
  const { shown, next } = pageOf(rows, search.before)
  const left = rows.length - counted(rows).length
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold text-17">The claims behind it</h3>
      <p className="text-13 text-ink-soft">
        {countedWords(rows.length, 'claim')}
        {left > 0
          ? `, of which ${left} ${left === 1 ? 'was' : 'were'} not rated blind and ${left === 1 ? 'is' : 'are'} not counted`
          : ''}
        .
      </p>
      <Table caption="Claims that two people rated" captionHidden>
        <TableHead>
          <HeadCell>Claim</HeadCell>
          <HeadCell>First</HeadCell>
          <HeadCell>Second</HeadCell>
          <HeadCell className="max-sm:hidden">Rated</HeadCell>
        </TableHead>
        <TableBody>
          {shown.map((row) => (
            <Row key={row.id}>
              <Cell className="min-w-40">
                <a href={`/desk/claims/${row.claim.id}`}>{row.claim.shortForm}</a>
                {row.notBlindBecause ? (
                  <span className="block text-13 text-ink-soft">Not counted, {NOT_BLIND[row.notBlindBecause]}</span>
                ) : null}
              </Cell>
              <RatingCell scale={scale.scale} rating={row.first} by={row.firstRater.name} />
              <RatingCell scale={scale.scale} rating={row.second} by={row.secondRater.name} />
              <Cell className="whitespace-nowrap text-ink-soft max-sm:hidden">
                <Timestamp at={row.at} zone={zone} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <Pagination
        label="More claims"
        newer={search.before ? addressOf({ ...search, before: undefined }) : undefined}
        older={next ? addressOf({ ...search, before: next }) : undefined}
      />
    </div>
  )
}

function RatingCell({ scale, rating, by }: { scale: RatingScale; rating: string; by: string }) {
  const known = ratingOf(scale, rating)
  return (
    <Cell>
      <span className="flex items-center gap-2">
        {known ? <Seal rating={known} size={20} /> : null}
        <span>
          {known?.label ?? rating}
          <span className="block text-13 text-ink-soft">{by}</span>
        </span>
      </span>
    </Cell>
  )
}
