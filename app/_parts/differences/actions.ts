'use server'

import { keepDecided } from '@/lib/claims/commands/differences'
import { KeepDecidedInput, TakeOverInput } from '@/lib/claims/schema'
import { takeOverReading } from '@/lib/desk/commands'
import { action } from '@/lib/web/action'

export const takeOverAction = action(TakeOverInput, takeOverReading, { message: 'Taken over.' })

export const keepDecidedAction = action(KeepDecidedInput, keepDecided, { message: 'Kept as decided.' })
