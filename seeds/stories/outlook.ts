import { addDays } from '@/lib/core/days'
import { monthOf, monthYear } from '../calendar'
import type { Story } from '../step'
import { declareVoid, open, record } from '../steps/predictions'
import { accept, finish, OWN_VOICE, person } from '../steps/triage'
import { judge, remark } from '../steps/verdicts'

/** What the Courier expected half a year ago: a ferry, a census, an order, a stadium; and Varga's two reactors. */
export const outlookStory: Story = ({ at, ago }, dates) => {
  const { said, month, byEndOf } = dates
  const article = 'summit-month'
  const own = { article, kind: 'prediction', speaker: OWN_VOICE, by: 'pavel' } as const
  const opening = { saidOn: said.summitMonth, certaintyWords: 'is expected to', by: 'pavel' } as const
  const endOf = (day: string) => ({
    window: byEndOf(said.summitMonth, day),
    windowWords: `by the end of ${monthYear(day)}`,
  })
  return [
    ...accept({
      ...{ ...own, key: 'island', words: 'ferry to Gull Island is expected to resume service' },
      statement: `The ferry to Gull Island will resume service by the end of ${monthYear(month.island)}.`,
      shortForm: `The Gull Island ferry sails again by the end of ${monthYear(month.island)}`,
      topics: ['Port Aldis', 'Transport'],
      at: at(149, '08:30'),
    }),
    ...open({
      ...{ ...opening, claim: 'island', ...endOf(month.island) },
      criteria: 'The ferry carries passengers to the island on its regular timetable.',
      at: at(145, '09:00'),
      decided: { by: 'ingrid', at: at(144, '09:00') },
    }),
    ...record({
      key: 'island',
      statement: 'The ferry to Gull Island resumed its service.',
      on: addDays(monthOf(month.island).to, 19),
      source: {
        url: 'https://gull-island-ferry.example/notices/resumed',
        title: 'We sail again',
        publisherName: 'Gull Island Ferry',
        publishedOn: addDays(monthOf(month.island).to, 18),
        excerpt: 'From tomorrow all boats run as in the timetable.',
      },
      resolves: ['island'],
      at: at(60, '11:00'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(59, '11:20') },
    }),
    ...accept({
      ...{ ...own, key: 'census', words: 'census bureau is expected to publish its new count' },
      statement: `The census bureau will publish its new count of Port Aldis in ${monthYear(month.census)}.`,
      shortForm: `A new count of Port Aldis is published in ${monthYear(month.census)}`,
      topics: ['Port Aldis'],
      at: at(149, '08:35'),
    }),
    ...open({
      ...{ ...opening, claim: 'census', window: monthOf(month.census), windowWords: `in ${monthYear(month.census)}` },
      criteria: 'The bureau’s site shows the new count of the city.',
      at: at(145, '09:20'),
      decided: { by: 'ingrid', at: at(144, '09:05') },
    }),
    ...record({
      key: 'census',
      statement: 'The census bureau published its new count of Port Aldis: 412,300 people.',
      on: addDays(month.census, 9),
      source: {
        url: 'https://census.example/port-aldis',
        title: 'Port Aldis: results of the count',
        publisherName: 'Census Bureau',
        publishedOn: addDays(month.census, 9),
        excerpt: 'Resident population: 412,300.',
      },
      resolves: ['census'],
      at: at(70, '11:00'),
      by: 'nia',
      decided: { by: 'marco', at: at(69, '11:20') },
    }),
    ...accept({
      ...{ ...own, key: 'aircraft', words: 'Norwind Air is expected to order 30 aircraft' },
      statement: `Norwind Air will order 30 aircraft by the end of ${monthYear(month.aircraft)}.`,
      shortForm: `Norwind Air orders 30 aircraft by the end of ${monthYear(month.aircraft)}`,
      topics: ['Transport'],
      at: at(149, '08:40'),
    }),
    ...open({
      ...{ ...opening, claim: 'aircraft', ...endOf(month.aircraft) },
      criteria: 'The airline or a maker announces a firm order of at least 30 aircraft.',
      at: at(145, '09:40'),
      decided: { by: 'marco', at: at(144, '09:10') },
    }),
    ...record({
      key: 'aircraft',
      statement: 'Norwind Air placed no order for aircraft.',
      on: null,
      source: {
        url: 'https://norwind.example/investors/quarter',
        title: 'Report on the quarter',
        publisherName: 'Norwind Air',
        publishedOn: ago(34),
        excerpt: 'The renewal of the fleet was put off by a year; no order was placed.',
      },
      resolves: ['aircraft'],
      at: at(30, '10:00'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(29, '10:30') },
    }),
    ...accept({
      ...{ ...own, key: 'stadium', words: 'work on the new stadium is expected to begin' },
      statement: `If the council approves the bond, work on the new stadium in Port Aldis will begin by the end of ${monthYear(month.stadium)}.`,
      shortForm: `Work on Port Aldis’s stadium begins by the end of ${monthYear(month.stadium)}`,
      topics: ['Port Aldis', 'Public money'],
      at: at(149, '08:45'),
    }),
    ...open({
      ...{ ...opening, claim: 'stadium', ...endOf(month.stadium) },
      criteria: 'Ground is broken for the stadium.',
      more: { conditionWords: 'If the council approves the bond' },
      at: at(145, '10:00'),
      decided: { by: 'marco', at: at(144, '09:15') },
    }),
    ...declareVoid(
      'stadium',
      'The council rejected the bond, so the condition failed.',
      { at: at(112, '09:00'), by: 'pavel' },
      { at: at(111, '10:00'), by: 'ingrid' },
    ),
    ...accept({
      ...{ ...own, key: 'reactors', words: 'both reactors at Kell will be back on the grid' },
      speaker: person('Elena Varga'),
      statement: `Both reactors at Kell will be back on the grid by the end of ${monthYear(month.reactors)}.`,
      shortForm: `Both Kell reactors are back on the grid by ${monthYear(month.reactors)}`,
      topics: ['Energy'],
      at: at(149, '08:50'),
    }),
    ...open({
      ...{ ...opening, claim: 'reactors', ...endOf(month.reactors), certaintyWords: 'will' },
      criteria: 'The grid operator lists both blocks as feeding in.',
      at: at(145, '10:20'),
      decided: { by: 'ingrid', at: at(144, '09:20') },
    }),
    ...record({
      key: 'reactors',
      statement: 'One of the two reactors at Kell went back on the grid; the other stayed off.',
      on: addDays(month.reactors, -5),
      source: {
        url: 'https://grid.veldria.example/plants/kell',
        title: 'Plants: Kell',
        publisherName: 'Veldria Grid',
        publishedOn: ago(29),
        excerpt: 'Block 1: feeding in. Block 2: off, inspection goes on.',
      },
      resolves: [
        { claim: 'reactors', resolution: 'partly', why: 'One of the two announced reactors came back in time.' },
      ],
      at: at(28, '10:00'),
      by: 'nia',
      decided: { by: 'marco', at: at(27, '10:30') },
    }),
    ...accept({
      ...{ article, key: 'passengers', words: 'The airline carried 2.3 million passengers last year' },
      kind: 'statistic',
      statement: `Norwind Air carried 2.3 million passengers in ${Number(said.summitMonth.slice(0, 4)) - 1}.`,
      shortForm: `Norwind Air carried 2.3 million passengers in ${Number(said.summitMonth.slice(0, 4)) - 1}`,
      speaker: OWN_VOICE,
      topics: ['Transport'],
      at: at(149, '08:55'),
      by: 'pavel',
    }),
    ...judge({
      claim: 'passengers',
      content: {
        rating: 'mostly-true',
        summary: 'The airline’s report gives 2.27 million.',
        rationale:
          'The report counts **2.27 million** passengers. Still open: whether those who only changed planes are in it.',
        asOfOn: ago(5),
        notAsked: 'The airline will be asked once its report is read.',
      },
      at: at(5, '09:00'),
      by: 'nia',
    }),
    remark(
      'passengers',
      1,
      'Does the report count transfers twice? I have written to the press office.',
      at(4, '09:00'),
      'nia',
    ),
    finish(article, at(149, '09:30'), 'pavel'),
  ]
}
