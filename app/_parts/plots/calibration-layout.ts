import type { Interval } from '@/lib/core/intervals'
import type { WithheldReason } from '@/lib/predictions/rules/scoring/clusters'
import { type Box, type LabelWish, type PlacedLabel, placeLabels } from './labels'
import { percent, spread } from './places'

/** What is drawn of one phrase: shares 0..1; `withheld` is why share and interval are null. */
export type CalibrationMark = {
  words: string
  probability: number
  /** Whether the words still stand for that; where not, the same words have another mark beside this. */
  isInForce: boolean
  n: number
  share: number | null
  interval: Interval | null
  withheld: WithheldReason | null
  /** Where luck alone would leave the share of n, were the phrase's probability right. */
  band: Interval
}

export type CalibrationSize = {
  width: number
  height: number
  left: number
  right: number
  top: number
  /** From the picture's lower edge up to 0 %. */
  bottom: number
  /** A column's width where there are few, and where there are many. */
  columns: { few: number; many: number }
  ticks: number
}

/** Up to so many columns are drawn broad. */
const FEW = 7

/** For a column of text, and for a phone. */
export const WIDE: CalibrationSize = {
  ...{ width: 640, height: 430, left: 50, right: 18, top: 30, bottom: 86 },
  ...{ columns: { few: 22, many: 12 }, ticks: 8 },
}
export const SMALL: CalibrationSize = {
  ...{ width: 320, height: 330, left: 48, right: 12, top: 30, bottom: 86 },
  ...{ columns: { few: 14, many: 8 }, ticks: 4 },
}

export type CalibrationColumn = {
  key: string
  words: string
  n: number
  /** Where it is drawn, and where its probability lies on the axis: apart where several stand side by side. */
  x: number
  axisX: number
  expectedY: number
  bandTop: number
  bandBottom: number
  y: number
  intervalTop: number
  intervalBottom: number
  radius: number
  /** Whether what was seen lies outside of what luck leaves. */
  isOutside: boolean
}

export type CalibrationDrawing = {
  columnWidth: number
  xTicks: { x: number; label: string }[]
  yTicks: { y: number; label: string }[]
  diagonal: { x1: number; y1: number; x2: number; y2: number }
  columns: CalibrationColumn[]
  labels: PlacedLabel[]
  /** Too few to say: one mark for each probability, with the n of its phrases. */
  hollow: { x: number; label: string }[]
}

/** A phrase has a mark for each probability that it stood for. */
export const markKey = ({ words, probability }: { words: string; probability: number }): string =>
  `${words} ${probability}`

type Shown = CalibrationMark & { share: number; interval: Interval }

export const isShown = (mark: CalibrationMark): mark is Shown => mark.share !== null && mark.interval !== null

/** Whether the share lies outside of the band; sums of thirds are not exact, so a hair does not count. */
export const isOutsideBand = ({ share, band }: { share: number; band: Interval }): boolean =>
  share < band.low - 1e-9 || share > band.high + 1e-9

/** The axis begins a little below the lowest probability of all marks, at a round ten; it ends at 100 %. */
function axisStart(marks: readonly CalibrationMark[]): number {
  const lowest = Math.min(1, ...marks.map(({ probability }) => probability))
  return Math.max(0, Math.min(0.5, Math.floor((lowest - 0.05) * 10 + 1e-9) / 10))
}

/** The size for as many phrases as there are: one or two need no tall picture, and none below the least n no row of them. */
export function fittingSize(marks: readonly CalibrationMark[], size: CalibrationSize): CalibrationSize {
  const shown = marks.filter(isShown).length
  const hasHollow = marks.some((mark) => mark.n > 0 && !isShown(mark))
  const cut = (shown < 3 ? Math.round(size.height * 0.25) : 0) + (hasHollow ? 0 : HOLLOW_ROW)
  return { ...size, height: size.height - cut, bottom: size.bottom - (hasHollow ? 0 : HOLLOW_ROW) }
}

const HOLLOW_ROW = 32

export function drawCalibration(marks: readonly CalibrationMark[], size: CalibrationSize): CalibrationDrawing {
  const known = marks.filter(({ n }) => n > 0)
  const start = axisStart(known)
  const plotRight = size.width - size.right
  const xOf = (share: number) => size.left + ((share - start) / (1 - start)) * (plotRight - size.left)
  const floor = size.height - size.bottom
  const yOf = (share: number) => floor - share * (floor - size.top)
  const shown = known.filter(isShown)
  const columnWidth = shown.length <= FEW ? size.columns.few : size.columns.many
  const columns = columnsOf(shown, columnWidth, size, xOf, yOf)
  const steps = Math.round((1 - start) * 10)
  const every = Math.ceil(steps / size.ticks)
  return {
    columnWidth,
    xTicks: Array.from({ length: Math.floor(steps / every) + 1 }, (_, index) => 1 - (index * every) / 10)
      .reverse()
      .map((share) => ({ x: xOf(share), label: percent(share) })),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: yOf(share), label: percent(share) })),
    diagonal: { x1: xOf(start), y1: yOf(start), x2: xOf(1), y2: yOf(1) },
    columns,
    labels: labelsOf(columns, columnWidth, size),
    hollow: hollowOf(known, size, xOf),
  }
}

type Scale = (share: number) => number

function columnsOf(
  shown: readonly Shown[],
  columnWidth: number,
  size: CalibrationSize,
  xOf: Scale,
  yOf: Scale,
): CalibrationColumn[] {
  const sorted = [...shown].sort((a, b) => a.probability - b.probability)
  const half = columnWidth / 2
  const places = spread(
    sorted.map(({ probability }) => xOf(probability)),
    columnWidth * 1.4,
    size.left + half + 2,
    size.width - size.right - half,
  )
  return sorted.map((mark, index) => ({
    ...{ key: markKey(mark), words: mark.words },
    n: mark.n,
    x: places[index] ?? xOf(mark.probability),
    axisX: xOf(mark.probability),
    expectedY: yOf(mark.probability),
    bandTop: yOf(mark.band.high),
    bandBottom: yOf(mark.band.low),
    y: yOf(mark.share),
    intervalTop: yOf(mark.interval.high),
    intervalBottom: yOf(mark.interval.low),
    radius: radiusOf(mark.n, half),
    isOutside: isOutsideBand(mark),
  }))
}

/** The area grows with n; no larger than the column lets neighbours be seen. */
const radiusOf = (n: number, half: number): number => Math.min(half + 1.5, Math.max(4.5, 1.4 * Math.sqrt(n)), 10)

/** Those outside of their band first, then the larger n. */
function labelsOf(columns: readonly CalibrationColumn[], columnWidth: number, size: CalibrationSize): PlacedLabel[] {
  const extents = columns.map(({ bandTop, bandBottom, intervalTop, intervalBottom }) => ({
    top: Math.min(bandTop, intervalTop),
    bottom: Math.max(bandBottom, intervalBottom),
  }))
  const half = columnWidth / 2
  const wishes = columns.map(
    ({ key, words, n, x, y, radius, isOutside }, index): LabelWish => ({
      ...{ key, text: `${words}, n ${n.toLocaleString('en')}`, x, y },
      ...{ top: y - radius, bottom: y + radius, ...extents[index] },
      radius: Math.max(radius, half),
      priority: n + (isOutside ? 1e6 : 0),
    }),
  )
  const taken = columns.map(({ x, y }, index): Box => {
    const { top, bottom } = extents[index] ?? { top: y, bottom: y }
    return { x: x - half, y: top, width: columnWidth, height: bottom - top }
  })
  const edge = {
    x: size.left + 2,
    y: size.top - 8,
    width: size.width - size.left - 4,
    height: size.height - size.bottom - size.top + 8,
  }
  return placeLabels(wishes, taken, edge)
}

/** The words of the row stand left of it. */
const HOLLOW_FROM = 92

function hollowOf(known: readonly CalibrationMark[], size: CalibrationSize, xOf: Scale): CalibrationDrawing['hollow'] {
  const byProbability = new Map<number, number[]>()
  for (const { probability, n, share } of known)
    if (share === null) byProbability.set(probability, [...(byProbability.get(probability) ?? []), n])
  const sorted = [...byProbability].sort(([a], [b]) => a - b)
  const places = spread(
    sorted.map(([probability]) => xOf(probability)),
    30,
    HOLLOW_FROM,
    size.width - size.right - 8,
  )
  return sorted.map(([probability, ns], index) => ({
    x: places[index] ?? xOf(probability),
    label: Math.min(...ns) === Math.max(...ns) ? `${ns[0]}` : `${Math.min(...ns)}–${Math.max(...ns)}`,
  }))
}
