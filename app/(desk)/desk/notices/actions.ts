'use server'

import { markAllRead, markNotice } from '@/lib/notices/commands/reading'
import { MarkAllRead, MarkNotice } from '@/lib/notices/schema'
import { action } from '@/lib/web/action'

export const markAllReadAction = action(MarkAllRead, markAllRead, { message: 'All of them are marked as read.' })
export const markNoticeAction = action(MarkNotice, markNotice)
