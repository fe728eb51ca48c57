import { budget, film } from '../articles/inbox'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'

/** What came in last: nobody has decided on its claims, and some are worth more than others. */
export const inboxStory: Story = ({ at }, dates) => [
  ...bringIn(budget(dates), at(2, '08:00')),
  ...bringIn(film(dates), at(1, '14:00')),
]
