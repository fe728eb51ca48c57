import { renderRationale } from '@/lib/verdicts/present'
import { cx } from '../../_ui/classes'

const PROSE =
  'flex flex-col gap-4 font-serif text-17 lining-nums [&_:is(h3,h4,h5,h6)]:font-semibold [&_h3]:text-21 [&_ol]:list-decimal [&_ul]:list-disc [&_:is(ol,ul)]:pl-6 [&_blockquote]:border-line [&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_code]:font-mono [&_code]:text-15 [&_pre]:overflow-x-auto [&_pre]:bg-sunk [&_pre]:p-3 [&_.cite]:font-sans [&_.cite]:text-13 [&_.cite]:no-underline [&_.cite]:tabular-nums'

/** A rationale, rendered. On readers' pages, in the workspace's versions and in the editor's preview. */
export function Rationale({
  markdown,
  evidenceIds,
  anchorPrefix,
  className,
}: {
  markdown: string
  /** The evidence in its order, whose numbers are cited. */
  evidenceIds: readonly string[]
  /** Begins the anchors of the list that the numbers lead to, where it is not the page's only one. */
  anchorPrefix?: string
  className?: string
}) {
  return (
    <div
      className={cx(PROSE, className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by markdown-it with HTML off and links checked; tested in lib/verdicts
      dangerouslySetInnerHTML={{ __html: renderRationale(markdown, { evidenceIds, anchorPrefix }) }}
    />
  )
}
