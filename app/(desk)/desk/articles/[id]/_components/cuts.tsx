/** What cleaning took out of the imported text, with why: nothing is lost in silence. */
export function Cuts({ cuts }: { cuts: { text: string; reason: string; start: number }[] }) {
  if (cuts.length === 0) return null
  return (
    <details className="max-w-measure border-rule border-t pt-4">
      <summary className="cursor-pointer text-15 text-ink-soft">
        Cut while cleaning: {cuts.length} {cuts.length === 1 ? 'passage' : 'passages'}
      </summary>
      <ul className="mt-3 flex flex-col gap-3">
        {cuts.map((cut) => (
          <li key={cut.start} className="border-rule border-l-2 pl-3">
            <p className="text-13 text-ink-soft first-letter:uppercase">{cut.reason}</p>
            <p className="max-h-40 overflow-y-auto whitespace-pre-wrap text-13">{cut.text.trim()}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
