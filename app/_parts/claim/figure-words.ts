import type { QuantityModifier } from '@/lib/claims/schema'

/** A figure with its decimals as text, exactly. */
type Figure = {
  text: string
  value: string | null
  low: string | null
  high: string | null
  unit: string
  modifier: QuantityModifier
  change: 'up' | 'down' | null
}

const MODIFIERS: Record<QuantityModifier, string> = {
  exact: '',
  about: 'about ',
  at_least: 'at least ',
  at_most: 'at most ',
  more_than: 'more than ',
  less_than: 'less than ',
  up_to: 'up to ',
}

/** "“around 54,000 troops”: about 54,000 troops". Digits grouped, never through a float. */
export function figureWords({ text, value, low, high, unit, modifier, change }: Figure): string {
  const number =
    low !== null && high !== null ? `${grouped(low)} to ${grouped(high)}` : grouped(value ?? low ?? high ?? '')
  const direction = change === null ? '' : change === 'up' ? ', rising' : ', falling'
  return `“${text}”: ${MODIFIERS[modifier]}${number} ${unit}${direction}`.trim()
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const groups = whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction ? `${groups}.${fraction.slice(0, 4)}` : groups
}
