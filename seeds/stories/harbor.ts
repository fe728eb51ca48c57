import { harbor } from '../articles/town'
import { longDay } from '../calendar'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'
import { open } from '../steps/predictions'
import { accept, finish, OWN_VOICE, organisation, person, UNNAMED } from '../steps/triage'
import { gather, judge, remark } from '../steps/verdicts'

/** The last weeks: predictions that are due soon or overdue, and verdicts on their way. */
export const harborStory: Story = ({ at, ago }, dates) => {
  const { said, by: until, tunnel, tram, overdue, inGrace, customsHouse, customsOffice, summit } = dates
  const place = { article: 'harbor', kind: 'prediction', by: 'nia', topics: ['Port Aldis'] } as const
  const opening = { saidOn: said.harbor, by: 'nia' } as const
  const byDay = (day: string) => ({ window: until(said.harbor, day), windowWords: `by ${longDay(day)}` })
  return [
    ...bringIn(harbor(dates), at(39, '07:30')),
    ...accept({
      ...{ ...place, key: 'tunnel', words: 'harbor tunnel is expected to reopen', speaker: OWN_VOICE },
      statement: `The harbor tunnel in Port Aldis will reopen by ${longDay(tunnel)}.`,
      shortForm: `The Port Aldis harbor tunnel reopens by ${longDay(tunnel)}`,
      at: at(39, '08:10'),
    }),
    ...open({
      ...{ ...opening, claim: 'tunnel', ...byDay(tunnel), certaintyWords: 'is expected to' },
      criteria: 'Cars may drive through the tunnel in both directions.',
      at: at(38, '09:00'),
      decided: { by: 'ingrid', at: at(37, '09:00') },
    }),
    ...accept({
      ...{ ...place, key: 'tram', words: 'the tram extension to the shipyards will open' },
      speaker: person('Desmond Pike'),
      statement: `The tram extension to the shipyards of Port Aldis will open on ${longDay(tram)}.`,
      shortForm: `Port Aldis opens its tram to the shipyards on ${longDay(tram)}`,
      at: at(39, '08:20'),
    }),
    ...open({
      ...{ ...opening, claim: 'tram', certaintyWords: 'will' },
      ...{ window: { from: tram, to: tram }, windowWords: `on ${longDay(tram)}`, more: { graceDays: 3 } },
      criteria: 'Trams carry passengers to the shipyards.',
      at: at(38, '09:20'),
      decided: { by: 'ingrid', at: at(37, '09:05') },
    }),
    ...accept({
      ...{ ...place, key: 'fish-market', words: 'fish market is expected to move', speaker: OWN_VOICE },
      statement: `The fish market of Port Aldis will move into its new hall by ${longDay(overdue)}.`,
      shortForm: `Port Aldis’s fish market moves by ${longDay(overdue)}`,
      at: at(39, '08:30'),
    }),
    ...open({
      ...{ ...opening, claim: 'fish-market', ...byDay(overdue), certaintyWords: 'is expected to' },
      criteria: 'Fish is sold in the new hall.',
      at: at(38, '09:40'),
      decided: { by: 'marco', at: at(37, '09:10') },
    }),
    ...accept({
      ...{ ...place, key: 'ice-plant', words: 'ice plant next door is expected to be torn down', speaker: OWN_VOICE },
      statement: `The ice plant in Port Aldis will be torn down by ${longDay(inGrace)}.`,
      shortForm: `The ice plant in Port Aldis is torn down by ${longDay(inGrace)}`,
      at: at(39, '08:40'),
    }),
    ...open({
      ...{ ...opening, claim: 'ice-plant', ...byDay(inGrace), certaintyWords: 'is expected to' },
      criteria: 'The building no longer stands.',
      more: { graceDays: 10 },
      at: at(38, '10:00'),
      decided: { by: 'marco', at: at(37, '09:15') },
    }),
    ...accept({
      ...{ ...place, key: 'customs-house', words: 'the city may sell the old customs house', speaker: UNNAMED },
      statement: `Port Aldis will sell its old customs house by ${longDay(customsHouse)}.`,
      shortForm: `Port Aldis sells its customs house by ${longDay(customsHouse)}`,
      at: at(39, '08:50'),
    }),
    ...open({
      ...{ ...opening, claim: 'customs-house', ...byDay(customsHouse), certaintyWords: 'may' },
      criteria: 'The land register names another owner, or the contract of sale is published.',
      at: at(38, '10:20'),
      decided: { by: 'ingrid', at: at(37, '09:20') },
    }),
    ...accept({
      ...{ article: 'summit-days', key: 'customs-office', words: 'a joint customs office will start work' },
      kind: 'prediction',
      statement: `A joint customs office of Veldria and Osmere will start work by ${longDay(customsOffice)}.`,
      shortForm: `Veldria and Osmere open a customs office by ${longDay(customsOffice)}`,
      speaker: person('Elena Varga'),
      topics: ['Trade'],
      at: at(94, '08:30'),
      by: 'nia',
    }),
    ...open({
      claim: 'customs-office',
      saidOn: said.summitDays,
      window: until(said.summitDays, customsOffice),
      windowWords: `by ${longDay(customsOffice)}`,
      criteria: 'Officers of both states clear a truck together.',
      certaintyWords: 'will',
      at: at(93, '10:00'),
      by: 'nia',
      decided: { by: 'marco', at: at(92, '10:00') },
    }),
    remark(
      'customs-office',
      1,
      `Nothing about it in the communiqué of ${longDay(summit.to)}.`,
      at(59, '10:00'),
      'pavel',
    ),
    ...accept({
      ...{ article: 'harbor', key: 'empty-house', words: 'stood empty for 11 years' },
      kind: 'statistic',
      statement: 'The old customs house in Port Aldis has stood empty for 11 years.',
      shortForm: 'The old customs house in Port Aldis has stood empty for 11 years',
      speaker: OWN_VOICE,
      topics: ['Port Aldis'],
      at: at(39, '09:00'),
      by: 'nia',
    }),
    ...gather(
      'empty-house',
      [
        {
          url: 'https://port-aldis.example/property/customs-house',
          title: 'City property: old customs house',
          publisherName: 'City of Port Aldis',
          publishedOn: ago(90),
          retrievedOn: ago(8),
          kind: 'primary',
          stance: 'supports',
          excerpt: 'Last lease ended eleven years and two months ago; no use since.',
          note: 'The city’s own record of the building.',
        },
      ],
      at(8, '09:00'),
      'pavel',
    ),
    ...judge({
      claim: 'empty-house',
      content: {
        rating: 'true',
        summary: 'The city’s property record shows no lease or use for eleven years and two months.',
        rationale: 'The record names the last tenant, a shipping agent, and the end of the lease. Nothing followed.',
        asOfOn: ago(7),
        notAsked: 'The record is the city’s own.',
      },
      at: at(7, '09:00'),
      by: 'pavel',
      decided: 'waits',
    }),
    ...accept({
      ...{ article: 'harbor', key: 'water', words: 'the highest price for water among the ten largest cities' },
      kind: 'statistic',
      statement: 'Port Aldis charges the highest price for water among the ten largest cities of its state.',
      shortForm: 'Port Aldis has the highest water price of the ten largest cities',
      speaker: organisation('Clear Tap'),
      topics: ['Port Aldis'],
      at: at(39, '09:05'),
      by: 'nia',
    }),
    ...gather(
      'water',
      [
        {
          url: 'https://clear-tap.example/prices',
          title: 'What water costs in ten cities',
          publisherName: 'Clear Tap',
          publishedOn: ago(45),
          retrievedOn: ago(14),
          kind: 'secondary',
          stance: 'supports',
          excerpt: 'Port Aldis $71, Eastport $68, Garland $66.',
          note: 'The group’s own table; the utilities’ price lists are still to be read.',
        },
      ],
      at(14, '09:00'),
      'nia',
    ),
    ...judge({
      claim: 'water',
      content: {
        rating: 'true',
        summary: 'Clear Tap’s table puts Port Aldis first, three dollars above the next city.',
        rationale: 'The table compares the monthly bill of a household in ten cities.',
        asOfOn: ago(13),
        notAsked: 'The group published its table.',
      },
      at: at(13, '09:00'),
      by: 'nia',
      decided: {
        by: 'ingrid',
        at: at(11, '09:00'),
        sendBack:
          'The only source is the speaker itself. Please read the price lists of the ten utilities, or at least the first three.',
      },
    }),
    ...accept({
      ...{ ...place, key: 'office', words: 'plans to move its office into the grain store' },
      speaker: organisation('Okell'),
      statement: 'The shipping firm Okell will move its office into the old grain store of Port Aldis.',
      shortForm: 'Okell moves its office into the grain store of Port Aldis',
      at: at(39, '09:10'),
    }),
    finish('harbor', at(39, '09:30'), 'nia'),
  ]
}
