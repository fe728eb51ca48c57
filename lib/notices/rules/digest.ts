import { type Day, dayInZone } from '@/lib/core/days'

/** Whoever chose nothing gets it at seven in the morning. */
export const DEFAULT_HOUR = 7
/** And hears of the predictions that they have a hand in. */
export const DEFAULT_PREDICTIONS = 'mine'

/** The hour (0 to 23) that clocks show in an IANA zone. */
export const hourInZone = (instant: Date, zone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(instant))

/**
 * Whether today's digest is due: its hour has come. After a worker was down it comes late, on its own day only. Who chose that
 * hour, or came to the desk, later on the same day (`since`), gets the first one tomorrow.
 */
export function isDigestDue({
  hour,
  since,
  now,
  zone,
}: {
  hour: number | 'off'
  since: Date
  now: Date
  zone: string
}): boolean {
  if (hour === 'off' || hourInZone(now, zone) < hour) return false
  return dayInZone(since, zone) < dayInZone(now, zone) || hourInZone(since, zone) < hour
}

type DigestState = 'queued' | 'sending' | 'sent' | 'nothing_waited' | 'lapsed' | 'refused' | 'unknown'

/**
 * What the job does with a digest that it finds. One that was `sending` belongs to a worker that died between the server's
 * answer and the note of it: whether it arrived cannot be known. It is given up: a digest too few costs nothing, since the next
 * one says all that still waits; one twice teaches people to overlook them. So: at most once.
 */
export function nextStep(
  digest: { state: DigestState; forOn: Day },
  today: Day,
): 'send' | 'lapse' | 'give_up' | 'leave' {
  if (digest.state === 'sending') return 'give_up'
  if (digest.state !== 'queued') return 'leave'
  return digest.forOn === today ? 'send' : 'lapse'
}
