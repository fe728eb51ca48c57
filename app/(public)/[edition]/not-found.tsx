import type { Metadata } from 'next'
import { SearchForm } from '@/app/_parts/public/search-form'
import { PageHeader } from '@/app/_ui/page-parts'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

export default function NotFound() {
  return (
    <div className="flex max-w-measure flex-col gap-6">
      <PageHeader
        title="There is nothing at this address"
        lead="It may have been mistyped, or what stood here is not public. Published pages keep their addresses."
      />
      <SearchForm />
      <p>
        <a href="/">The latest verdicts</a> · <a href="/predictions">All predictions</a>
      </p>
    </div>
  )
}
