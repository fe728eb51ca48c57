import type { Metadata } from 'next'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { canImportExternal } from '@/lib/verdicts/policy'
import { requireContext } from '@/lib/web/session'
import { AddressForm, FileForm, PasteForm } from '../_components/look-forms'

export const metadata: Metadata = { title: 'Bring in others’ fact-checks' }

const CRUMBS = [{ href: '/desk/external', label: 'Others’ fact-checks' }]

export default async function ImportExternalPage() {
  const ctx = await requireContext()
  if (!canImportExternal(ctx.actor)) {
    return (
      <div className="flex flex-col gap-6">
        <PageHeader title="Bring in others’ fact-checks" crumbs={CRUMBS} />
        <Notice kind="warn" title="Only admins bring in fact-checks">
          Your account has other roles. Ask an admin to bring them in; they then appear beside the claims they fit.
        </Notice>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title="Bring in others’ fact-checks"
        crumbs={CRUMBS}
        lead="A page with ClaimReview, a feed of them (as Data Commons publishes), an answer of Google’s Fact Check Tools, or Meedan Check’s CSV. You see what would be stored first."
      />
      <section aria-labelledby="address-title" className="flex flex-col gap-4">
        <h2 id="address-title" className="statement font-semibold text-21">
          Fetch an address
        </h2>
        <AddressForm />
      </section>
      <section aria-labelledby="file-title" className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2 id="file-title" className="statement font-semibold text-21">
          Choose a file
        </h2>
        <FileForm />
      </section>
      <section aria-labelledby="paste-title" className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2 id="paste-title" className="statement font-semibold text-21">
          Paste a text
        </h2>
        <PasteForm />
      </section>
    </div>
  )
}
