import type { TagTone } from '@/app/_ui/tag'
import type { DigestRow } from '@/lib/notices/queries/digests'

/** What became of a digest, in words. */
export const DIGEST_WORDS: Record<DigestRow['state'], { words: string; tone: TagTone }> = {
  queued: { words: 'Waits', tone: 'watch' },
  sending: { words: 'Being sent', tone: 'watch' },
  sent: { words: 'Sent', tone: 'good' },
  nothing_waited: { words: 'Nothing waited', tone: 'plain' },
  lapsed: { words: 'Its day was over', tone: 'plain' },
  refused: { words: 'Refused', tone: 'bad' },
  unknown: { words: 'Not known', tone: 'bad' },
}
