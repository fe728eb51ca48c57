import { addDays } from '@/lib/core/days'
import { transport } from '../articles/town'
import { monthOf, monthYear } from '../calendar'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'
import { open, record } from '../steps/predictions'
import { accept, finish, organisation, person } from '../steps/triage'
import { gather, judge, withdraw } from '../steps/verdicts'

/** A tram line that was too cheap to be true, and buses that came before their time. */
export const transportStory: Story = ({ at, ago }, dates) => {
  const { said, month } = dates
  const tramCost = {
    rating: 'true',
    summary: 'The authority’s final account gives A$49 million for 14 kilometres, which is A$3.5 million each.',
    rationale: 'The final account puts the line at **A$49 million**. Divided by 14 kilometres that is A$3.5 million.',
    asOfOn: ago(206),
    asked: {
      on: ago(207),
      whom: 'The transport authority',
      way: 'email' as const,
      answer: 'The authority sent its final account.',
    },
  }
  return [
    ...bringIn(transport(dates), at(209, '06:40')),
    ...accept({
      ...{ key: 'tram-cost', article: 'transport', words: 'cost A$3.5 million per kilometre' },
      kind: 'statistic',
      statement: 'The new tram line in Kestrel Bay cost A$3.5 million per kilometre.',
      shortForm: 'Kestrel Bay’s tram line cost A$3.5 million per kilometre',
      speaker: organisation('Bay Transit Authority'),
      topics: ['Transport', 'Public money'],
      at: at(209, '07:30'),
      by: 'nia',
    }),
    ...gather(
      'tram-cost',
      [
        {
          url: 'https://bay-transit.example/tram/final-account',
          title: 'Final account of the tram line',
          publisherName: 'Bay Transit Authority',
          publishedOn: ago(214),
          retrievedOn: ago(207),
          kind: 'primary',
          stance: 'supports',
          excerpt: 'Construction: A$49.0 million; length: 14.0 km.',
          note: 'Taken down by the authority later on, because land and vehicles were missing from it.',
        },
      ],
      at(207, '09:00'),
      'nia',
    ),
    ...judge({
      ...{ claim: 'tram-cost', content: tramCost, by: 'nia' },
      at: at(206, '09:00'),
      decided: { by: 'ingrid', at: at(205, '09:00') },
    }),
    ...withdraw(
      'tram-cost',
      'Our verdict rested on the authority’s final account, which it has withdrawn: land and vehicles were missing from it. We withdraw the verdict until a complete account is published.',
      { at: at(160, '10:00'), by: 'ingrid' },
      { at: at(159, '09:00'), by: 'marco' },
    ),
    ...accept({
      ...{ key: 'buses', article: 'transport', words: 'the last of 400 electric buses will be delivered' },
      kind: 'prediction',
      statement: `The last of 400 electric buses will be delivered to Veldria in ${monthYear(month.buses)}.`,
      shortForm: `The last of 400 electric buses reaches Veldria in ${monthYear(month.buses)}`,
      speaker: person('Elena Varga'),
      topics: ['Transport'],
      at: at(209, '07:45'),
      by: 'nia',
    }),
    ...open({
      claim: 'buses',
      saidOn: said.transport,
      window: monthOf(month.buses),
      windowWords: `in ${monthYear(month.buses)}`,
      criteria: 'The operator confirms that bus number 400 was handed over.',
      certaintyWords: 'will',
      at: at(204, '09:00'),
      by: 'nia',
      decided: { by: 'marco', at: at(203, '09:30') },
    }),
    ...record({
      key: 'buses',
      statement: 'The last of the 400 electric buses was handed over in Marenne.',
      on: addDays(month.buses, -40),
      source: {
        url: 'https://marenne-transport.example/fleet/bus-400',
        title: 'Bus number 400 is here',
        publisherName: 'Marenne Transport',
        publishedOn: addDays(month.buses, -40),
        excerpt: 'The last vehicle of the order was handed over this morning.',
      },
      resolves: ['buses'],
      at: at(120, '09:00'),
      by: 'pavel',
      decided: { by: 'ingrid', at: at(119, '09:00') },
    }),
    finish('transport', at(209, '08:20'), 'nia'),
  ]
}
