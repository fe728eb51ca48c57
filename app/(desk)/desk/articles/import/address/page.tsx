import type { Metadata } from 'next'
import { z } from 'zod'
import { canImport } from '@/lib/articles/policy'
import { newsroomDay } from '@/lib/articles/queries'
import { type PageUnderstood, understandPage } from '@/lib/articles/queries/pages'
import { isAppError } from '@/lib/core/errors'
import { requireContext } from '@/lib/web/session'
import { ImportFrame } from '../_components/import-frame'
import { AddressForm } from './_components/address-form'
import { PageForm, type PageView } from './_components/page-form'

export const metadata: Metadata = { title: 'Import an address' }

const Query = z.object({
  page: z.uuid().optional().catch(undefined),
  /** An address to begin with, as a reader suggested it. */
  address: z.string().max(2000).optional().catch(undefined),
})

/** How much is shown before the import: of the body, and of what was cut. */
const SHOWN = 20_000
const SHOWN_PIECES = 100

const viewOf = ({ id, url, reading, understood, known }: PageUnderstood): PageView => ({
  rawPageId: id,
  url,
  title: understood.title,
  titleFrom: reading.title ? 'page' : understood.titleFrom === 'text' ? 'text' : 'first sentence',
  publisher: understood.publisher,
  publisherFrom: reading.publisher ? 'page' : understood.publisherFrom === 'address' ? 'address' : 'text',
  byline: understood.byline ?? '',
  publishedOn: understood.publishedOn ?? '',
  dayBasis: reading.publishedOn ? reading.dayBasis : understood.publishedOnBasis,
  candidates: understood.candidates,
  isSold: reading.isFree === false,
  known,
  body: understood.body.slice(0, SHOWN),
  bodyLength: understood.body.length,
  cut: [...understood.cut, ...reading.cut]
    .slice(0, SHOWN_PIECES)
    .map(({ text, reason }) => ({ text: text.slice(0, SHOWN), reason })),
})

/** A page that is not kept, or that newer rules find no article in: the form is shown again. */
function nullIfRefused(error: unknown): null {
  if (isAppError(error)) return null
  throw error
}

export default async function ImportAddressPage({ searchParams }: PageProps<'/desk/articles/import/address'>) {
  const ctx = await requireContext()
  const { page, address } = Query.parse(await searchParams)
  const understood = page && canImport(ctx.actor) ? await understandPage(ctx, page).catch(nullIfRefused) : null
  if (understood === null) {
    return (
      <ImportFrame>
        <section aria-labelledby="address-title" className="flex flex-col gap-4">
          <h2 id="address-title" className="statement font-semibold text-21">
            Fetch an address
          </h2>
          <AddressForm address={address} />
        </section>
      </ImportFrame>
    )
  }
  return (
    <ImportFrame>
      <PageForm page={viewOf(understood)} today={await newsroomDay(ctx)} />
    </ImportFrame>
  )
}
