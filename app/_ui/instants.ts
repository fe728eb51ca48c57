/** "22 Oct 2025, 14:05" in an IANA zone; with the zone's short name when asked ("JST", "GMT+2"). */
export function formatInstant(at: string, zone: string, withZone = false): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: withZone ? 'short' : undefined,
  }).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((p) => p.type === type)?.value ?? ''
  // "Sept" is what en-GB gives; days everywhere else in the product say "Sep".
  const text = `${part('day')} ${part('month').slice(0, 3)} ${part('year')}, ${part('hour')}:${part('minute')}`
  return withZone ? `${text} ${part('timeZoneName')}` : text
}
