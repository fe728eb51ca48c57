const FORMATS = ['csv', 'json'] as const

/** The same as data: `path` is the address without its ending, `query` the filter of a list. */
export function DataLinks({ path, query = '' }: { path: string; query?: string }) {
  return (
    <p className="text-13 text-ink-soft print:hidden">
      The same as data:{' '}
      {FORMATS.map((format, index) => (
        <span key={format}>
          {index > 0 ? ' · ' : ''}
          <a href={`${path}.${format}${query === '' ? '' : `?${query}`}`}>{format.toUpperCase()}</a>
        </span>
      ))}
    </p>
  )
}
