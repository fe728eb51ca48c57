/** The same as data: `path` is the address without its ending, `query` the filter of a list. */
export function DataLinks({ path, query = '', formats = ['csv', 'json'] }: DataLinksProps) {
  return (
    <p className="text-13 text-ink-soft print:hidden">
      The same as data:{' '}
      {formats.map((format, index) => (
        <span key={format}>
          {index > 0 ? ' · ' : ''}
          <a href={`${path}.${format}${query === '' ? '' : `?${query}`}`}>{format.toUpperCase()}</a>
        </span>
      ))}
    </p>
  )
}

type DataLinksProps = { path: string; query?: string; formats?: readonly ('csv' | 'json')[] }
