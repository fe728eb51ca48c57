import type { Day } from '@/lib/core/days'
import { searchPublished } from '@/lib/search/queries'
import { cardsOfHits, type VerdictCard } from './claims'
import { ledgerRowsOf } from './ledger'
import type { LedgerRow } from './ledger-rows'

/** A result of a search: the claim, and where it is a prediction its row in the ledger. */
export type FoundClaim = { card: VerdictCard; prediction: LedgerRow | null }

/** Published claims that match the text (see `searchPublished`), best first, at most 20. */
export async function findClaims(text: string, today: Day): Promise<FoundClaim[]> {
  const hits = await searchPublished(text)
  const [cards, predictions] = await Promise.all([
    cardsOfHits(hits),
    ledgerRowsOf(
      hits.map((hit) => hit.claimId),
      today,
    ),
  ])
  return cards.map((card) => ({ card, prediction: predictions.get(card.claimId) ?? null }))
}
