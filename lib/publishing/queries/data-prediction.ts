import { type Edition, getEdition } from '@/lib/audit/queries'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { inSnapshot } from '@/lib/platform/db'
import { storedRecordOf } from '@/lib/predictions/queries/records'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import type { DataRow } from '../rules/data-row'
import type { Destination } from './claims'
import { type DataReading, requireDataRow } from './data'
import { getPredictionPage, type PredictionPage } from './prediction-page'

/** The record of everything, in which each phrase has its bin, and the edition that it is of. */
export const readPhrases = (today: Day): Promise<{ record: TrackRecord; edition: Edition }> =>
  inSnapshot(
    async (tx) => ({ record: await storedRecordOf({ kind: 'all' }, today, tx), edition: await getEdition(tx) }),
    LONGEST_MS,
  )

const LONGEST_MS = 10_000

/** The page of a prediction with its row as data, and the edition that both are of. */
export type PredictionData = { page: PredictionPage; row: DataRow; edition: Edition }

/**
 * A prediction of one state. Its page is read in many pieces, so it is read anew where something public changed meanwhile;
 * throws BUSY where it always does.
 */
export async function readPrediction(
  slug: string,
  made: Pick<DataReading, 'today' | 'origin'>,
): Promise<Destination<PredictionData>> {
  for (let reading = 0; reading < 3; reading++) {
    const edition = await getEdition()
    const found = await getPredictionPage(slug)
    if (found.is !== 'page') return found
    const { page } = found
    const row = await requireDataRow(page.claim.id, made)
    if ((await getEdition()).version === edition.version) return { is: 'page', page: { page, row, edition } }
  }
  throw new AppError('BUSY')
}
