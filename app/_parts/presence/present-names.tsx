/** Who else looks at it now. */
export function PresentNames({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p className="flex items-center gap-1.5 font-medium text-13 text-accent" data-present>
      <svg viewBox="0 0 8 8" className="size-2 shrink-0" fill="currentColor" aria-hidden="true">
        <circle cx="4" cy="4" r="4" />
      </svg>
      {presentWords(names)}
    </p>
  )
}

/** "Ben Okafor looks at this now", "Ben Okafor, Dora Lindqvist and 2 others look at this now". */
export function presentWords(names: readonly string[]): string {
  const [first = '', second = ''] = names
  if (names.length === 1) return `${first} looks at this now`
  if (names.length === 2) return `${first} and ${second} look at this now`
  return `${first}, ${second} and ${names.length - 2} ${names.length === 3 ? 'other' : 'others'} look at this now`
}
