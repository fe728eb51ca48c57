import Image from 'next/image'
import { cx } from '@/app/_ui/classes'

/** A picture that is a source, at the desk alone: somebody else's file, shown as it came and never made anew. */
export const CopyPicture = ({
  copyId,
  title,
  className,
}: {
  copyId: string
  title: string | null
  className?: string
}) => (
  <Image
    unoptimized
    src={`/desk/sources/copies/${copyId}/file`}
    alt={title ? `The picture: ${title}` : 'The picture'}
    width={800}
    height={600}
    className={cx('h-auto w-auto rounded-m border border-rule', className)}
  />
)
