/** What may count as held up in track records. Void and too vague are in no rate, and what did not happen never held up. */
export const HELD_UP_KINDS = ['came_true', 'early', 'late', 'partly'] as const
export type HeldUpKind = (typeof HELD_UP_KINDS)[number]

export const HELD_UP_WORDS: Record<HeldUpKind, string> = {
  came_true: 'came true',
  early: 'early',
  late: 'late',
  partly: 'in part',
}
