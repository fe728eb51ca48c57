import { Tag, type TagTone } from '@/app/_ui/tag'
import type { SuggestionState } from '@/lib/desk/schema'

const STATES: Record<SuggestionState, { word: string; tone: TagTone }> = {
  received: { word: 'new', tone: 'accent' },
  looked_at: { word: 'being looked at', tone: 'watch' },
  taken_up: { word: 'taken up', tone: 'good' },
  declined: { word: 'not taken up', tone: 'plain' },
  spam: { word: 'spam', tone: 'bad' },
}

export function SuggestionTag({ state }: { state: SuggestionState }) {
  return <Tag tone={STATES[state].tone}>{STATES[state].word}</Tag>
}
