import { type ParsedCronItem, parseCronItems } from 'graphile-worker'

/**
 * What is queued by the clock, in UTC; however many workers run, each time once. Nothing is made up for that was missed while
 * none ran: each of these jobs looks at what is to be done now.
 */
export const CRON: ParsedCronItem[] = parseCronItems([
  // Often, because people choose their own hour, in the newsroom's zone.
  { task: 'plan_digests', match: '*/10 * * * *', options: { backfillPeriod: 0 } },
  // Newsrooms turn their day at any hour of UTC.
  { task: 'remind_of_predictions', match: '5 * * * *', options: { backfillPeriod: 0 } },
  // After midnight wherever the newsroom is: zones differ by quarters of an hour. Does nothing where the day is scored.
  { task: 'score_ledger', match: '1,16,31,46 * * * *', options: { backfillPeriod: 0 } },
  { task: 'queue_lost_checks', match: '25 */6 * * *', options: { backfillPeriod: 0 } },
  { task: 'forget_uncited_copies', match: '45 * * * *', options: { backfillPeriod: 0 } },
  // Does nothing where all is looked through by the present rules.
  { task: 'renew_news_keys', match: '15 */3 * * *', options: { backfillPeriod: 0 } },
  { task: 'forget_read_notices', match: '35 3 * * *', options: { backfillPeriod: 0 } },
])
