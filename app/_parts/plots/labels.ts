export type Box = { x: number; y: number; width: number; height: number }

/** A word or two beside a mark: `priority` decides who chooses its place first. */
export type LabelWish = {
  key: string
  text: string
  x: number
  y: number
  radius: number
  /** Of all that is drawn of the mark. */
  top: number
  bottom: number
  priority: number
}
export type PlacedLabel = { key: string; text: string; x: number; y: number; anchor: 'start' | 'middle' | 'end' }

const LINE = 16
const GAP = 5
/** Of the interface's face at 13 pixels: an upper bound on the mean width of a letter. */
const LETTER = 6.9

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The box that a label takes; `y` is its base line. */
export function boxOf({ text, x, y, anchor }: Omit<PlacedLabel, 'key'>): Box {
  const width = text.length * LETTER
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { x: left, y: y - LINE + 4, width, height: LINE }
}

/** Beside the mark, then over and under all that is drawn of it, middle first. */
function placesOf({ text, x, y, radius, top, bottom }: LabelWish): Omit<PlacedLabel, 'key'>[] {
  const off = radius + GAP
  const beside: Omit<PlacedLabel, 'key'>[] = [
    { text, x: x + off, y: y + 4, anchor: 'start' },
    { text, x: x - off, y: y + 4, anchor: 'end' },
  ]
  const ends = [top - GAP - 1, bottom + GAP + 10].flatMap((line): Omit<PlacedLabel, 'key'>[] => [
    { text, x, y: line, anchor: 'middle' },
    { text, x: x + radius, y: line, anchor: 'end' },
    { text, x: x - radius, y: line, anchor: 'start' },
  ])
  return [...beside, ...ends]
}

/**
 * Labels that stand beside their marks and touch neither each other, nor what is drawn (`taken`), nor the edge. Greedy, by
 * priority and then by key; a label without room is left out: the table has all.
 */
export function placeLabels(wishes: readonly LabelWish[], taken: readonly Box[], edge: Box): PlacedLabel[] {
  const inOrder = [...wishes].sort((a, b) => b.priority - a.priority || (a.key < b.key ? -1 : 1))
  const placed: PlacedLabel[] = []
  for (const wish of inOrder) {
    const others = [...taken, ...placed.map(boxOf)]
    const free = placesOf(wish).find((place) => {
      const box = boxOf(place)
      return isInside(box, edge) && !others.some((other) => overlap(box, other))
    })
    if (free) placed.push({ key: wish.key, ...free })
  }
  return placed
}

const isInside = (box: Box, edge: Box): boolean =>
  box.x >= edge.x &&
  box.x + box.width <= edge.x + edge.width &&
  box.y >= edge.y &&
  box.y + box.height <= edge.y + edge.height
