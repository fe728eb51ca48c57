import { csvLine } from '@/lib/core/csv'
import { env } from '@/lib/platform/env.mjs'
import type { CalibrationBin } from '@/lib/predictions/rules/scoring/calibration'
import { phraseSlug } from '@/lib/predictions/rules/subjects'
import type { DataFormat } from '@/lib/publishing/queries/data-file'
import { readPhrases } from '@/lib/publishing/queries/data-prediction'
import { RECORD_DEFINITIONS } from '@/lib/publishing/rules/definitions'
import { BYTE_ORDER_MARK, currentDay, dataHeaders, knownAnswer, markIn } from './answer'

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
  const known = knownAnswer(request, format, 'phrases', mark)
  if (known) return known
  const { record, edition } = await readPhrases(today)
  const { asOfOn, calibration, minimumN, maxUnresolved, heldUp } = record
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
      ? BYTE_ORDER_MARK + [HEADS, ...calibration.map(rowOf)].map(csvLine).join('')
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
  return new Response(body, { headers: dataHeaders(format, 'phrases', markIn(edition, today)) })
}
