import type { Metadata } from 'next'
import { VersionArticle } from '@/app/_parts/public/version-article'
import { requireEdition } from '@/lib/web/edition'
import { readVersion } from './read-version'

type Base = Parameters<typeof readVersion>[0]
export type VersionProps = { params: Promise<{ edition: string; slug: string; ordinal: string }> }

/** One published version of a verdict, under claims and under predictions. Search engines keep to the page itself. */
export async function versionMetadata(base: Base, { params }: VersionProps): Promise<Metadata> {
  const { claim, version, path } = await readVersion(base, await params)
  return {
    title: `${claim.shortForm}, version ${version.ordinal}`,
    alternates: { canonical: path },
    robots: { index: false },
  }
}

export async function VersionPage({ base, params }: VersionProps & { base: Base }) {
  await requireEdition(params)
  return <VersionArticle page={await readVersion(base, await params)} />
}
