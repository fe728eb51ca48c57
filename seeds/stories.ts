import type { Calendar } from './calendar'
import { datesOf } from './dates'
import { hirePeople } from './people'
import type { Step, Story } from './step'
import { basesStory } from './stories/bases'
import { businessStory } from './stories/business'
import { checklistStory } from './stories/checklist'
import { cityStory } from './stories/city'
import { councilStory } from './stories/council'
import { exportsStory } from './stories/exports'
import { harborStory } from './stories/harbor'
import { housingStory } from './stories/housing'
import { inboxStory } from './stories/inbox'
import { outlookStory } from './stories/outlook'
import { outsideStory } from './stories/outside'
import { pactStory } from './stories/pact'
import { recentStory } from './stories/recent'
import { setting } from './stories/setting'
import { summitStory } from './stories/summit'
import { transportStory } from './stories/transport'

const STORIES: readonly Story[] = [
  setting,
  pactStory,
  basesStory,
  exportsStory,
  cityStory,
  summitStory,
  housingStory,
  transportStory,
  businessStory,
  outlookStory,
  harborStory,
  councilStory,
  recentStory,
  inboxStory,
  checklistStory,
  outsideStory,
]

/** All that the demo's people ever did, story by story; the loader puts it in order. */
export function storySteps(calendar: Calendar): Step[] {
  const dates = datesOf(calendar)
  return [...hirePeople(calendar), ...STORIES.flatMap((story) => story(calendar, dates))]
}
