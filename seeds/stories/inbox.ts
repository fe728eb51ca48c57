import { csvLine } from '@/lib/core/csv'
import { budget, film } from '../articles/inbox'
import type { Story } from '../step'
import { bringIn, type DemoArticle, tryTable } from '../steps/articles'

/** What came in last: nobody has decided on its claims, and some are worth more than others. */
export const inboxStory: Story = ({ at }, dates) => [
  ...bringIn(budget(dates), at(2, '08:00')),
  ...bringIn(film(dates), at(1, '14:00')),
  tryTable('harbor-archive.csv', archiveTable(budget(dates)), at(1, '15:30')),
]

/** Three articles of an old archive: one that is here already, one that is new, one without a text. */
const archiveTable = (known: DemoArticle): string =>
  [
    ['title', 'text', 'publisher', 'published_on'],
    [known.title, known.text, known.publisher, known.publishedOn],
    ['Night ferries carry more freight', NIGHT_FERRIES, 'Tidewater Weekly', '2024-03-08'],
    ['Photo page: the winter fair', '', 'Tidewater Weekly', '2024-03-09'],
  ]
    .map(csvLine)
    .join('')

const NIGHT_FERRIES =
  'The night ferries carried 61,000 tons of freight last year, 9 percent more than the year before, the harbor authority said on Thursday. A third night ferry will sail from May.'
