import type { Phrase } from './phrase'

/** Right of reply: on the page of a claim, or of a speaker. */
export const REPLIES: Record<string, Phrase> = {
  'claim.reply_added': ({ payload }) => `added a reply of ${payload.byName} to a claim`,
  'claim.reply_withdrawn': ({ payload }) => `withdrew the reply of ${payload.byName} to a claim`,
  'speaker.reply_added': ({ own, payload }) => `added a reply of ${payload.byName} to ${own ?? 'a speaker'}`,
  'speaker.reply_withdrawn': ({ own, payload }) => `withdrew the reply of ${payload.byName} to ${own ?? 'a speaker'}`,
}
