import { changeSettings } from '@/lib/settings/commands'
import { requireSettings } from '@/lib/settings/queries'
import { SettingInput } from '@/lib/settings/schema'
import type { Story } from '../step'

const CHECKLIST = [
  { key: 'figures', label: 'Every figure was counted again from its source' },
  { key: 'names', label: 'Names, offices and days are as the sources have them' },
  { key: 'other-side', label: 'Evidence against the rating was looked for' },
]

/** The desk agrees on what to tick before a verdict goes to the second person. */
export const checklistStory: Story = ({ at }) => [
  {
    key: 'checklist',
    at: at(1, '17:00'),
    by: 'tamsin',
    run: async (ctx) => {
      const settings = await requireSettings()
      return changeSettings(ctx, {
        ...SettingInput.parse(settings),
        checklist: CHECKLIST,
        expectedVersion: settings.version,
      })
    },
  },
]
