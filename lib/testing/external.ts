import { contextOf, systemActor } from '@/lib/core/context'
import { lookAtBytes } from '@/lib/verdicts/commands/external/looking'
import { storeImport } from '@/lib/verdicts/commands/external/storing'
import { drainJobs } from '@/lib/worker/run'

/** Verdicts of other desks, as they come in by a file. */

export const EXTERNAL_NOW = new Date('2025-11-20T09:00:00Z')
const admin = contextOf(systemActor('test'), EXTERNAL_NOW)

export type ExternalGiven = { claim: string; by?: string; rating?: string; path?: string; claimant?: string }
export const review = ({ claim, by = 'Harbor Checks', rating = 'Wrong', path = '/r', claimant }: ExternalGiven) => ({
  '@type': 'ClaimReview',
  url: `https://checks.example${path}`,
  author: { name: by },
  claimReviewed: claim,
  itemReviewed: { author: { name: claimant } },
  reviewRating: { alternateName: rating },
})
export const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** Looks at the file and stores what it has; answers the id of the import. */
export async function bringIn(...given: ExternalGiven[]): Promise<string> {
  const { importId } = await lookAtBytes(admin, { label: 'checks.json', bytes: bytesOf(given.map(review)) })
  await storeImport(admin, { importId })
  await drainJobs()
  return importId
}
