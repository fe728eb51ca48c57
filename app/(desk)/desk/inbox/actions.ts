'use server'

import { rejectMany } from '@/lib/desk/commands/bulk'
import { RejectMany } from '@/lib/desk/schema/bulk'
import { action } from '@/lib/web/action'

export const rejectManyAction = action(RejectMany, rejectMany)
