import slugify from '@sindresorhus/slugify'

/**
 * What a track record is of. Speakers, publishers and topics by id (those that were not merged into another), phrases by their
 * words in the certainty table. A publisher answers for `own_voice` and for its `unnamed` sources, each by itself; `reported`
 * is what others whom it names said in its pages, which is never the publisher's record.
 */
export type LedgerSubject =
  | { kind: 'all' }
  | { kind: 'speaker' | 'own_voice' | 'unnamed' | 'reported' | 'topic'; id: string }
  | { kind: 'phrase'; words: string }

/** One line for each subject, the same for the same: the key of its row in a cache and its place in an export. */
export function subjectKey(subject: LedgerSubject): string {
  if (subject.kind === 'all') return 'all'
  return `${subject.kind}:${subject.kind === 'phrase' ? subject.words.toLowerCase() : subject.id}`
}

/** The address of a phrase: "is expected to" -> "is-expected-to"; letters of other scripts as Latin ones, as in all addresses. */
export const phraseSlug = (words: string): string => slugify(words)
