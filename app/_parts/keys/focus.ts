/** What holds a control and can stand in for it when it goes away. */
export const FOCUS_HOME = 'li, section, form, main, [data-focus-home]'

/** Moves the focus to a place, also one that usually has none, and shows it. */
export function focusOn(place: HTMLElement): void {
  if (!place.matches('a, button, input, select, textarea, summary, [tabindex]')) place.tabIndex = -1
  place.focus({ preventScroll: true })
  showPlace(place)
}

/** Scrolls no further than needed, and without motion for whoever wants none. */
export function showPlace(place: Element | null): void {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  // of a part that is taller than what can be seen, the beginning counts
  const isTall = place !== null && place.getBoundingClientRect().height > window.innerHeight / 2
  place?.scrollIntoView({ block: isTall ? 'start' : 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
}
