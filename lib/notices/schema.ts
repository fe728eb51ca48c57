import { z } from 'zod'
import { Id } from '@/lib/core/ids'

export const NOTICE_KINDS = [
  'assigned',
  'mentioned',
  'sent_back',
  'approved',
  'approval',
  'correction',
  'due_soon',
  'due',
  'overdue',
  'source_changed',
  'source_unreachable',
  'import_failed',
  'news',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
/** The notices of predictions that the clock gives, in the order in which a prediction comes to them. */
export const REMINDER_KINDS = ['due_soon', 'due', 'overdue'] as const satisfies NoticeKind[]
export type ReminderKind = (typeof REMINDER_KINDS)[number]
export type NoticeSubject = 'claim' | 'article' | 'prediction' | 'outcome' | 'run' | 'bulk_move'

/** `upTo`: the newest notice that was seen; what came after it stays unread. */
export const MarkAllRead = z.object({ upTo: Id })
export const MarkNotice = z.object({ id: Id, isRead: z.enum(['yes', 'no']).transform((answer) => answer === 'yes') })

/** The hour of the newsroom's day at which the digest is sent, or never. */
export const DigestChoice = z.object({
  hour: z.union(
    [
      z.literal('off'),
      z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number)
        .pipe(z.int().min(0).max(23)),
    ],
    { error: 'Choose an hour, or “Never”.' },
  ),
  predictions: z.enum(['mine', 'all', 'none'], { error: 'Choose which predictions.' }).default('mine'),
})
export type DigestChoice = z.output<typeof DigestChoice>

export const DigestPayload = z.object({ digestId: z.uuid() })
