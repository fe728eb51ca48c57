import type { Metadata } from 'next'
import { VersionArticle } from '@/app/_parts/public/version-article'
import { requireEdition } from '@/lib/web/edition'
import { readVersion } from '../../../../_components/read-version'

type Props = { params: Promise<{ edition: string; slug: string; ordinal: string }> }

export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { claim, version, path } = await readVersion('/claims', await params)
  return {
    title: `${claim.shortForm}, version ${version.ordinal}`,
    alternates: { canonical: path },
    robots: { index: false },
  }
}

export default async function VersionPublicPage({ params }: Props) {
  await requireEdition(params)
  return <VersionArticle page={await readVersion('/claims', await params)} />
}
