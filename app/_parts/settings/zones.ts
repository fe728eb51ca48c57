/** The zone of the machine that serves. */
export const serverZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** All zones that the platform knows, by name, with those given that it would not list ("UTC"). */
export const allZones = (...more: string[]): string[] =>
  [...new Set(['UTC', ...more, ...Intl.supportedValuesOf('timeZone')])].sort()
