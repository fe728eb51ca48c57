'use server'

import { addTopicToMany, assignMany } from '@/lib/desk/commands/bulk'
import { ChangeMany } from '@/lib/desk/schema/bulk'
import { action } from '@/lib/web/action'

export const changeManyAction = action(ChangeMany, (ctx, input) =>
  input.move === 'assign' ? assignMany(ctx, input) : addTopicToMany(ctx, input),
)
