import { cx } from '../../_ui/classes'
import { type SealRating, type SealShape, type SealTone, sealShape, sealTone, wedge } from './geometry'

export type SealSize = 12 | 20 | 48 | 96

const TONES: Record<SealTone, string> = {
  true: 'text-rating-true',
  'mostly-true': 'text-rating-mostly-true',
  half: 'text-rating-half',
  'mostly-false': 'text-rating-mostly-false',
  false: 'text-rating-false',
  none: 'text-rating-none',
}

/** Ring and gap per size: the small ones are filled to the rim to stay legible, the large ones keep a fine gap. */
const DRAWN: Record<SealSize, { ring: number; gap: number }> = {
  12: { ring: 1.5, gap: 0 },
  20: { ring: 1.75, gap: 0 },
  48: { ring: 2.5, gap: 2.5 },
  96: { ring: 3.5, gap: 5 },
}

export const sealToneClass = (rating: SealRating): string => TONES[sealTone(sealShape(rating))]

/** The rating as a filled circle, legible without colour. Hidden from screen readers unless `titled`: the word stands beside it. */
export function Seal({
  rating,
  size = 20,
  titled = false,
  className,
}: {
  rating: SealRating
  size?: SealSize
  titled?: boolean
  className?: string
}) {
  const shape = sealShape(rating)
  const { ring, gap } = DRAWN[size]
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      className={cx('shrink-0', TONES[sealTone(shape)], className)}
      role={titled ? 'img' : undefined}
      aria-label={titled ? rating.label : undefined}
      aria-hidden={titled ? undefined : true}
      data-seal={rating.key}
    >
      <SealDrawing shape={shape} size={size} ring={ring} gap={gap} />
    </svg>
  )
}

function SealDrawing({ shape, size, ring, gap }: { shape: SealShape; size: number; ring: number; gap: number }) {
  const centre = size / 2
  const radius = (size - ring) / 2 - 0.25
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: ring, strokeLinecap: 'round' } as const
  if (shape.kind === 'fill') {
    // Without a gap the wedge reaches the middle of the ring, so that no light shows between them.
    const inner = gap === 0 ? radius : radius - ring / 2 - gap
    return (
      <>
        <circle cx={centre} cy={centre} r={radius} {...line} />
        {shape.share > 0 ? <path d={wedge(centre, inner, shape.share)} fill="currentColor" /> : null}
      </>
    )
  }
  if (shape.kind === 'unverifiable') {
    const dashes = size <= 12 ? 8 : 12
    const part = (2 * Math.PI * radius) / dashes
    return (
      <circle
        cx={centre}
        cy={centre}
        r={radius}
        {...line}
        strokeLinecap="butt"
        strokeDasharray={`${part * 0.58} ${part * 0.42}`}
        strokeDashoffset={part * 0.29}
      />
    )
  }
  const reach = radius * 0.52
  return (
    <>
      <circle cx={centre} cy={centre} r={radius} {...line} />
      {shape.kind === 'context' ? (
        <>
          <path d={`M${centre} ${centre - reach * 0.1}V${centre + reach}`} {...line} strokeWidth={ring * 1.25} />
          <circle cx={centre} cy={centre - reach * 0.85} r={ring * 0.8} fill="currentColor" />
        </>
      ) : (
        <path
          d={`M${centre} ${centre - reach * 1.1}V${centre}L${centre + reach * 0.8} ${centre + reach * 0.45}`}
          {...line}
          strokeLinejoin="round"
        />
      )}
    </>
  )
}

/** Seal and word: the usual way to show a rating. */
export function SealBadge({
  rating,
  size = 20,
  className,
}: {
  rating: SealRating
  size?: SealSize
  className?: string
}) {
  const words = { 12: 'text-13 gap-1.5', 20: 'text-15 gap-2', 48: 'text-21 gap-3', 96: 'text-28 gap-5' }[size]
  return (
    <span
      className={cx('inline-flex items-center font-semibold', words, size >= 48 && 'statement', className)}
      data-rating={rating.key}
    >
      <Seal rating={rating} size={size} />
      <span className={sealToneClass(rating)}>{rating.label}</span>
    </span>
  )
}
