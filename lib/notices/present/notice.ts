import type { NoticeKind, NoticeSubject } from '../schema'

/** What the pages of each kind of run are. */
const RUN_PATHS: Record<string, string> = {
  import_batch: '/desk/articles/import/batch/',
  store_external_verdicts: '/desk/external/import/',
}

/** Where a notice leads at the desk: the place itself, where the page has one. */
export function noticePath(
  { kind, subjectType, subjectId }: { kind: NoticeKind; subjectType: NoticeSubject; subjectId: string },
  runKind: string | null,
): string {
  switch (subjectType) {
    case 'claim':
      return `/desk/claims/${subjectId}${CLAIM_PARTS[kind] ?? ''}`
    case 'article':
      return `/desk/articles/${subjectId}`
    case 'prediction':
      return `/desk/predictions/${subjectId}${kind === 'news' ? '#news' : ''}`
    case 'outcome':
      return `/desk/outcomes/${subjectId}`
    case 'bulk_move':
      return '/desk/claims?view=mine'
    case 'run': {
      const path = runKind === null ? undefined : RUN_PATHS[runKind]
      return path === undefined ? '/desk' : `${path}${subjectId}`
    }
  }
}

const CLAIM_PARTS: Partial<Record<NoticeKind, string>> = {
  mentioned: '#discussion',
  sent_back: '#verdict',
  approved: '#verdict',
  approval: '#verdict',
  correction: '#verdict',
  source_changed: '#evidence',
  source_unreachable: '#evidence',
}

const THINGS: Record<NoticeSubject, string> = {
  claim: 'verdict',
  prediction: 'prediction',
  outcome: 'outcome',
  article: 'article',
  run: 'import',
  bulk_move: 'claims',
}

/** What happened, in a sentence without its end: "Ben Okafor sent your verdict back". */
export function noticeWords(kind: NoticeKind, subject: NoticeSubject, byName: string | null): string {
  const who = byName ?? 'Somebody'
  const thing = THINGS[subject]
  const cites = subject === 'outcome' ? 'outcome' : 'claim'
  switch (kind) {
    case 'assigned':
      return subject === 'bulk_move' ? `${who} assigned claims to you` : `${who} assigned a claim to you`
    case 'mentioned':
      return `${who} mentioned you in a comment`
    case 'sent_back':
      return `${who} sent your ${thing} back`
    case 'approved':
      return subject === 'claim' ? `${who} approved your verdict: it is published` : `${who} approved your ${thing}`
    case 'approval':
      return `${who} handed over ${subject === 'outcome' ? 'an' : 'a'} ${thing} that waits for your approval`
    case 'correction':
      return `${who} proposed to correct your verdict`
    case 'due_soon':
      return 'A prediction of yours is due soon'
    case 'due':
      return 'A prediction of yours is due'
    case 'overdue':
      return 'A prediction of yours is overdue'
    case 'source_changed':
      return `A source of your ${cites} changed`
    case 'source_unreachable':
      return `A source of your ${cites} cannot be reached any more`
    case 'news':
      return 'A newer article says something of a prediction of yours'
    case 'import_failed':
      return 'Your import could not go on'
  }
}
