import { council, councilChanged } from '../articles/town'
import { longDay } from '../calendar'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'
import { open, record } from '../steps/predictions'
import { accept, finish, OWN_VOICE, person } from '../steps/triage'
import { gather, judge } from '../steps/verdicts'

/** The council's vote, with a figure that the paper itself put right two days later. */
export const councilStory: Story = ({ at, ago }, dates) => {
  const { said, by: until, housingVote, pool } = dates
  const moss = person('Harriet Moss')
  return [
    ...bringIn(council(dates), at(23, '07:30')),
    ...accept({
      ...{ article: 'council', key: 'votes', words: 'voted 31 to 15' },
      kind: 'event',
      statement: 'The council of Aldermoor voted 31 to 15 to tax flats that stand empty for more than a year.',
      shortForm: 'Aldermoor’s council voted 31 to 15 for a tax on empty flats',
      speaker: OWN_VOICE,
      topics: ['Housing'],
      at: at(23, '08:10'),
      by: 'pavel',
    }),
    ...gather(
      'votes',
      [
        {
          url: 'https://council.aldermoor.example/minutes/empty-flats',
          title: 'Minutes: tax on empty flats',
          publisherName: 'Council of Aldermoor',
          publishedOn: ago(22),
          retrievedOn: ago(21),
          kind: 'primary',
          stance: 'refutes',
          excerpt: 'For the motion 31, against 14, no abstentions.',
          note: 'One vote fewer against than reported.',
        },
      ],
      at(21, '09:00'),
      'pavel',
    ),
    ...bringIn(councilChanged(dates), at(21, '07:20')),
    ...judge({
      claim: 'votes',
      content: {
        rating: 'mostly-true',
        summary:
          'The tax was passed with 31 votes; against it were 14, not 15. The paper has since corrected its report.',
        rationale: 'The minutes give **31 to 14**. The paper changed its report two days later and says so at its end.',
        asOfOn: ago(20),
        notAsked: 'The paper had corrected itself before we wrote.',
      },
      at: at(20, '09:00'),
      by: 'pavel',
      decided: { by: 'marco', at: at(19, '09:00') },
    }),
    ...accept({
      ...{ article: 'council', key: 'pool', words: 'the swimming hall will reopen' },
      kind: 'prediction',
      statement: `The swimming hall in Aldermoor will reopen by ${longDay(pool)}.`,
      shortForm: `Aldermoor’s swimming hall reopens by ${longDay(pool)}`,
      speaker: moss,
      topics: ['Aldermoor'],
      at: at(23, '08:20'),
      by: 'pavel',
    }),
    ...open({
      ...{ claim: 'pool', saidOn: said.council, window: until(said.council, pool), windowWords: `by ${longDay(pool)}` },
      criteria: 'The public may swim in the hall.',
      certaintyWords: 'will',
      more: { graceDays: 10 },
      at: at(22, '09:00'),
      by: 'pavel',
      decided: { by: 'ingrid', at: at(21, '10:00') },
    }),
    ...record({
      key: 'pool',
      statement: 'The swimming hall in Aldermoor reopened.',
      on: ago(9),
      source: {
        url: 'https://council.aldermoor.example/leisure/swimming-hall',
        title: 'Swimming hall: open again',
        publisherName: 'Council of Aldermoor',
        publishedOn: ago(9),
        excerpt: 'Doors open at seven; the first hundred swimmers pay nothing.',
      },
      resolves: ['pool'],
      at: at(2, '09:00'),
      by: 'nia',
    }),
    ...accept({
      ...{
        article: 'council',
        key: 'exempt-streets',
        words: 'council is likely to approve the list of exempt streets',
      },
      kind: 'prediction',
      statement: `The council of Aldermoor will approve the list of exempt streets by ${longDay(housingVote)}.`,
      shortForm: `Aldermoor approves its list of exempt streets by ${longDay(housingVote)}`,
      speaker: OWN_VOICE,
      topics: ['Housing'],
      at: at(23, '08:30'),
      by: 'pavel',
    }),
    ...open({
      claim: 'exempt-streets',
      saidOn: said.council,
      window: until(said.council, housingVote),
      windowWords: `by ${longDay(housingVote)}`,
      criteria: 'The minutes show that the list was approved, with or without changes.',
      certaintyWords: 'is likely to',
      at: at(4, '10:00'),
      by: 'pavel',
    }),
    ...accept({
      ...{ article: 'council', key: 'repairs', words: 'repairs had cost £1.8 million' },
      kind: 'statistic',
      statement: 'The repairs of Aldermoor’s swimming hall cost £1.8 million.',
      shortForm: 'The repairs of Aldermoor’s swimming hall cost £1.8 million',
      speaker: moss,
      topics: ['Aldermoor', 'Public money'],
      at: at(23, '08:40'),
      by: 'pavel',
    }),
    ...gather(
      'repairs',
      [
        {
          url: 'https://council.aldermoor.example/accounts/swimming-hall',
          title: 'Accounts: works on the swimming hall',
          publisherName: 'Council of Aldermoor',
          publishedOn: ago(30),
          retrievedOn: ago(16),
          kind: 'primary',
          stance: 'context',
          excerpt: 'Round one, pipes and tiles: £1,790,400. Round two, roof: £921,000.',
          note: 'The figure fits the first round alone.',
          found: { against: '1.8', text: '£1,790,400', value: 1_790_400, unit: 'GBP', asOfOn: ago(30) },
        },
      ],
      at(16, '09:00'),
      'nia',
    ),
    ...judge({
      claim: 'repairs',
      content: {
        rating: 'half-true',
        summary: 'The first round of repairs cost £1.8 million. A second one, for the roof, added £0.9 million.',
        rationale:
          'The council’s accounts list two rounds of repairs: **£1.79 million** for pipes and tiles, **£0.92 million** for the roof. Moss named only the first.',
        asOfOn: ago(15),
        asked: {
          on: ago(16),
          whom: 'Councillor Moss',
          way: 'phone',
          answer: 'Moss said that she had spoken of the hall, “not of what is above it”.',
        },
      },
      at: at(15, '09:00'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(14, '09:00') },
    }),
    finish('council', at(23, '09:00'), 'pavel'),
  ]
}
