/** Stands on every page of the demo desk, so that nobody takes invented verdicts for real ones. */
export function DemoBanner() {
  return (
    <aside
      aria-label="Demo"
      className="border-rating-half border-b bg-sunk px-4 py-1.5 text-center text-13 print:hidden"
    >
      <strong className="font-semibold text-rating-half">Demo</strong> — invented people, publishers and articles. Start
      your own newsroom with <code className="whitespace-nowrap font-mono">npm run newsroom</code>.
    </aside>
  )
}
