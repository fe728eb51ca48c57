import type { ReactNode } from 'react'

/**
 * A picture with its finding in words over it, how to read it under it, its figures as a table (folded; open in print), and the
 * data beside.
 */
export function PlotFigure({
  title,
  finding,
  reading,
  table,
  data,
  children,
}: {
  title?: ReactNode
  finding: string
  reading?: string
  table?: ReactNode
  data?: ReactNode
  children: ReactNode
}) {
  return (
    <figure className="plot flex flex-col gap-4">
      <figcaption className="max-w-measure">
        {title ? <h3 className="font-semibold text-17">{title}</h3> : null}
        <p className="text-15 text-ink-soft">{finding}</p>
      </figcaption>
      {children ? <div className="plot-picture flex flex-col gap-3">{children}</div> : null}
      {reading ? <p className="max-w-measure text-13 text-ink-soft">{reading}</p> : null}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        {table ? (
          <details className="min-w-0 open:w-full print:w-full">
            <summary className="w-fit cursor-pointer py-1 font-medium text-13 text-accent print:hidden">
              The figures as a table
            </summary>
            <div className="mt-2 overflow-x-auto">{table}</div>
          </details>
        ) : null}
        {data}
      </div>
    </figure>
  )
}
