import type { Kappa } from '@/lib/verdicts/rules/agreement'

const SIGN = /^-/
/** Two decimals with a real minus sign. */
export const decimal = (value: number): string =>
  value
    .toFixed(2)
    .replace(SIGN, '−')
    .replace(/^−(0\.00)$/, '$1')

export const percentWords = (share: { value: number } | null): string =>
  share === null ? 'none' : `${Math.round(share.value * 100)} %`

export const kappaWords = (kappa: Kappa | null): string => (kappa === null ? 'not defined' : decimal(kappa.value))
