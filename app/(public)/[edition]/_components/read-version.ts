import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { getVersionPage, type VersionPage } from '@/lib/publishing/queries/claims'

const read = cache(getVersionPage)

/** The version that an address under `section` names; one that stands in the other section has moved there. */
export async function readVersion(
  section: '/claims' | '/predictions',
  { slug, ordinal }: { slug: string; ordinal: string },
): Promise<VersionPage> {
  if (!/^[1-9]\d{0,3}$/.test(ordinal)) notFound()
  const found = await read(slug, Number(ordinal))
  if (found.is === 'moved') permanentRedirect(found.path)
  if (found.is === 'nothing') notFound()
  if (!found.page.path.startsWith(`${section}/`)) permanentRedirect(`${found.page.path}/versions/${ordinal}`)
  return found.page
}
