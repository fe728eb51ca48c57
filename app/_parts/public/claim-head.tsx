import type { ReactNode } from 'react'
import type { Day } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { cx } from '../../_ui/classes'
import { Breadcrumbs } from '../../_ui/page-parts'
import type { ClaimKind } from '../claim/kinds'
import { KindTag } from '../claim/tags'
import { SpeakerName } from './speaker-name'

/** The longer, the smaller: the verdict below has to stand in the first view of a phone. */
export const statementSize = (statement: string): string =>
  statement.length > 110 ? 'text-21 sm:text-28' : 'text-28 sm:text-40'

type Speaker = {
  name: string
  slug: string
  kind: 'person' | 'organisation' | 'unnamed'
  publisher: { name: string; slug: string } | null
}

/** Who printed it first, and whether the publisher said it itself or passed on what somebody said. */
export type PrintedBy = { publisher: { name: string; slug: string }; isOwnVoice: boolean }

/** The first place as its page needs it where there is no speaker. */
export const printedBy = <P extends PrintedBy['publisher']>(
  place: { isOwnVoice: boolean; article: { publisher: P } } | undefined,
): PrintedBy | undefined => place && { publisher: place.article.publisher, isOwnVoice: place.isOwnVoice }

/** The statement, which is the headline of its page, what kind it is, and who made it when. */
export function ClaimHead({
  crumb,
  kind,
  statement,
  speaker,
  printedBy,
  saidOn,
}: {
  /** Left out where it is only previewed. */
  crumb?: { href: string; label: string }
  kind: ClaimKind
  statement: string
  speaker: Speaker | null
  /** Named where there is no speaker. */
  printedBy?: PrintedBy
  saidOn: Day | null
}) {
  return (
    <header>
      {crumb ? <Breadcrumbs items={[crumb]} /> : null}
      <h1 className={cx('statement font-semibold', statementSize(statement))}>{statement}</h1>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-3 text-ink-soft">
        <KindTag kind={kind} />
        <span>
          {speaker ? <>Said by {nameOf(speaker)}</> : <Printed printedBy={printedBy} />}
          {saidOn ? `, ${formatDay(saidOn)}` : ''}
        </span>
      </p>
    </header>
  )
}

function Printed({ printedBy }: { printedBy: PrintedBy | undefined }): ReactNode {
  if (printedBy === undefined) return 'Speaker not named'
  const { publisher, isOwnVoice } = printedBy
  const name = <a href={`/publishers/${publisher.slug}`}>{publisher.name}</a>
  return isOwnVoice ? <>Said by {name} in its own voice</> : <>Reported by {name}</>
}

function nameOf({ name, slug, kind, publisher }: Speaker): ReactNode {
  if (kind !== 'unnamed') return <SpeakerName speaker={{ name, slug }} />
  if (publisher === null) return 'unnamed sources'
  return (
    <>
      unnamed sources in <a href={`/publishers/${publisher.slug}`}>{publisher.name}</a>
    </>
  )
}
