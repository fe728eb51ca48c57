import { csvLine } from '@/lib/core/csv'
import { env } from '@/lib/platform/env.mjs'
import type { CalibrationBin } from '@/lib/predictions/rules/scoring/calibration'
import { phraseSlug } from '@/lib/predictions/rules/subjects'
import { getPhrasesPage } from '@/lib/publishing/queries/phrases'
import { RECORD_DEFINITIONS } from '@/lib/publishing/rules/definitions'
import { currentDay, dataHeaders, isKnown } from './answer'
import type { DataFormat } from './asked'

const HEADS = [
  'words',
  'address',
  'probability',
  'in_force',
  'n',
  'predictions',
  'held',
  'unresolved',
  'share',
  'share_low',
  'share_high',
  'luck_low',
  'luck_high',
]

/** /data/phrases.csv and .json: what stands on the page of all phrases, a row each. */
export async function phrasesAnswer(request: Request, format: DataFormat): Promise<Response> {
  const { today, mark } = await currentDay()
  const headers = dataHeaders(format, 'phrases', mark)
  if (isKnown(request, mark)) return new Response(null, { status: 304, headers })
  const { asOfOn, calibration, minimumN, maxUnresolved, heldUp } = await getPhrasesPage(today)
  const addressOf = (words: string) => `${env().appUrl}/phrases/${phraseSlug(words)}`
  const rowOf = (bin: CalibrationBin) => [
    ...[
      bin.words,
      addressOf(bin.words),
      bin.probability,
      bin.isInForce ? 'yes' : 'no',
      bin.n,
      bin.predictions,
      bin.held,
    ],
    ...[bin.unresolved, bin.share, bin.interval?.low ?? null, bin.interval?.high ?? null, bin.band.low, bin.band.high],
  ]
  const body =
    format === 'csv'
      ? [HEADS, ...calibration.map(rowOf)].map(csvLine).join('')
      : JSON.stringify({
          ...{
            page: `${env().appUrl}/phrases`,
            asOfOn,
            minimumN,
            maxUnresolved,
            heldUp,
            definitions: RECORD_DEFINITIONS,
          },
          phrases: calibration.map((bin) => ({ ...bin, address: addressOf(bin.words) })),
        })
  return new Response(body, { headers })
}
