import { renderRationale } from '@/lib/verdicts/present'
import { cx } from '../../_ui/classes'
import { PROSE } from './prose'

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
