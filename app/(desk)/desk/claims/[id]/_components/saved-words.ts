import type { SavedVerdict } from '@/lib/verdicts/schema'

export const savedWords = ({ isSubmitted, revision }: SavedVerdict): string =>
  isSubmitted
    ? `Revision ${revision} is submitted. Another editor can approve it now.`
    : `Saved as revision ${revision}.`
