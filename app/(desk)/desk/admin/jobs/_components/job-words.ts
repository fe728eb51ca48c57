/** What a job does, for people; one that is not listed is called by its name. */
const WORDS: Readonly<Record<string, string>> = {
  dispatch_event: 'Hand out the work that an event causes',
  import_batch: 'Import a table of articles',
  store_external_verdicts: 'Store other desks’ fact-checks',
  make_notices: 'Tell people what concerns them',
  remind_of_predictions: 'Remind people of predictions that are due',
  score_ledger: 'Compute the records that span the ledger',
  notice_failed_run: 'Tell somebody that an import failed',
  forget_read_notices: 'Delete notices that were read long ago',
  plan_digests: 'See whose daily digest is due',
  send_digest: 'Send a daily digest',
  forget_contact: 'Delete how to reach a reader',
  fetch_feed: 'Look into a feed',
  import_feed_item: 'Import an item of a feed',
  check_source: 'Look at a source again',
  archive_source: 'Ask a web archive to keep a source',
  link_story: 'Find copies of an article',
  carry_places: 'Carry claims to a changed text',
  extract_candidates: 'Read the claims of an article',
  ask_model: 'Ask the language model about an article',
  regroup_unnamed: 'Move unnamed groups to their publisher',
  rename_unnamed_group: 'Rename an unnamed group',
  reread_articles: 'Queue articles for the newer rules',
  reread_countries: 'Queue articles of another country',
  reindex_claim: 'Renew a claim in the search',
  reindex_speakers: 'Renew speakers in the search',
}

/** "paint_quay" -> "Paint quay", where no words are listed */
export const jobWords = (name: string): string => {
  const spelled = name.replaceAll('_', ' ')
  return WORDS[name] ?? spelled.charAt(0).toUpperCase() + spelled.slice(1)
}

const STEPS = [
  { ms: 86_400_000, one: 'day', many: 'days' },
  { ms: 3_600_000, one: 'h', many: 'h' },
  { ms: 60_000, one: 'min', many: 'min' },
  { ms: 1000, one: 's', many: 's' },
] as const

/** "3 min", "2 days": how long ago an instant was, in the largest unit that it fills; "0 s" for what lies ahead. */
export function ageWords(at: string, now: Date): string {
  const ms = now.getTime() - Date.parse(at)
  const step = STEPS.find((one) => ms >= one.ms)
  if (step === undefined) return '0 s'
  const n = Math.floor(ms / step.ms)
  return `${n} ${n === 1 ? step.one : step.many}`
}
