import { Tag } from '@/app/_ui/tag'
import { OUTCOME_STATE_WORDS } from '@/lib/predictions/present'
import type { OutcomeState } from '@/lib/predictions/schema'

const TONES = { draft: 'plain', submitted: 'watch', approved: 'good', undone: 'plain', dropped: 'plain' } as const

/** Where an outcome stands, in a word. */
export const OutcomeStateTag = ({ state }: { state: OutcomeState }) => (
  <Tag tone={TONES[state]}>{OUTCOME_STATE_WORDS[state]}</Tag>
)
