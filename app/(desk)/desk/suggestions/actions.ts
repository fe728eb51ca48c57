'use server'

import {
  declineSuggestion,
  lookAtSuggestion,
  markSpam,
  putBackSuggestion,
  takeUpSuggestion,
} from '@/lib/desk/commands/suggestions'
import { DeclineInput, SuggestionInput, TakeUpInput } from '@/lib/desk/schema'
import { action } from '@/lib/web/action'
import { goOnWith } from '@/lib/web/done'

const here = (id: string): string => `/desk/suggestions/${id}`

export const lookAtSuggestionAction = action(SuggestionInput, async (ctx, input): Promise<undefined> => {
  await lookAtSuggestion(ctx, input)
  goOnWith(here(input.suggestionId), 'looked_at')
})

export const takeUpSuggestionAction = action(TakeUpInput, async (ctx, input): Promise<undefined> => {
  await takeUpSuggestion(ctx, input)
  goOnWith(here(input.suggestionId), 'taken_up')
})

export const declineSuggestionAction = action(DeclineInput, async (ctx, input): Promise<undefined> => {
  await declineSuggestion(ctx, input)
  goOnWith(here(input.suggestionId), 'declined')
})

export const markSpamAction = action(SuggestionInput, async (ctx, input): Promise<undefined> => {
  await markSpam(ctx, input)
  goOnWith(here(input.suggestionId), 'spam')
})

export const putBackSuggestionAction = action(SuggestionInput, async (ctx, input): Promise<undefined> => {
  await putBackSuggestion(ctx, input)
  goOnWith(here(input.suggestionId), 'put_back')
})
