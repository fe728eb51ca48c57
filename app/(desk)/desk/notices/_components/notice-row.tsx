'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { cx } from '@/app/_ui/classes'
import { Timestamp } from '@/app/_ui/timestamp'
import type { NoticeItem } from '@/lib/notices/queries'
import { markNoticeAction } from '../actions'

/** What happened, about what, and when; the whole of it leads there. Unread is said by a word, a dot and weight. */
export function NoticeRow({ notice, zone }: { notice: NoticeItem; zone: string }) {
  const { id, words, title, detail, createdAt, isRead } = notice
  return (
    <li className="flex items-start gap-3 py-3">
      <span
        aria-hidden="true"
        className={cx('mt-2 size-2 shrink-0 rounded-full', isRead ? 'border border-line' : 'bg-accent')}
      />
      <div className="min-w-0 flex-1">
        <a href={`/desk/notices/${id}`} className="group block text-ink no-underline">
          <span className={cx('block text-15', isRead ? 'text-ink-soft' : 'font-medium')}>
            {isRead ? null : <span className="sr-only">Unread: </span>}
            {words}
          </span>
          {title ? (
            <span className="statement wrap-anywhere mt-0.5 block text-17 group-hover:underline">{title}</span>
          ) : null}
        </a>
        {detail ? (
          <p className="wrap-anywhere mt-1 border-rule border-l-2 pl-3 text-15 text-ink-soft">{detail}</p>
        ) : null}
        <div className="mt-1 flex flex-wrap items-center gap-x-4 text-13 text-ink-soft">
          <Timestamp at={createdAt} zone={zone} />
          <ActionForm action={markNoticeAction} className="gap-2">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="isRead" value={isRead ? 'no' : 'yes'} />
            <SubmitButton variant="quiet" size="small">
              Mark as {isRead ? 'unread' : 'read'}
              <span className="sr-only">: {title ?? words}</span>
            </SubmitButton>
          </ActionForm>
        </div>
      </div>
    </li>
  )
}
