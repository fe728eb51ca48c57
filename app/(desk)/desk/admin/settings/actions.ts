'use server'

import { changeSettings } from '@/lib/settings/commands'
import { action } from '@/lib/web/action'
import { SettingsForm } from './form'

export const changeSettingsAction = action(SettingsForm, changeSettings, {
  message: ({ version, changed }) =>
    changed.length === 0 ? `Nothing was different; version ${version} stays in force.` : `Saved as version ${version}.`,
})
