import { addDays } from '@/lib/core/days'
import { summitDays, summitHalf, summitMonth } from '../articles/trade'
import { halfOf, halfWords, longDay, monthOf, monthYear } from '../calendar'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'
import { open, record } from '../steps/predictions'
import { accept, finish, link, person } from '../steps/triage'
import { gather, judge, remark } from '../steps/verdicts'

/** One meeting announced three times, each time with a narrower window; one outcome resolves all three. */
export const summitStory: Story = (calendar, dates) => {
  const { at } = calendar
  const { said, summit } = dates
  const half = halfWords(summit.from)
  const month = monthYear(summit.from)
  const days = `${longDay(summit.from)} to ${longDay(summit.to)}`
  const criteria = 'The leaders of both states meet in person in Marenne.'
  const topics = ['Trade', 'Summit']
  const varga = person('Elena Varga')
  return [
    ...bringIn(summitHalf(dates), at(329, '07:50')),
    ...accept({
      ...{ key: 'summit-half', article: 'summit-half', words: 'will meet in Marenne' },
      kind: 'prediction',
      statement: `The leaders of Veldria and Osmere will meet in Marenne in ${half}.`,
      shortForm: `Leaders of Veldria and Osmere meet in ${half}`,
      speaker: varga,
      topics,
      at: at(329, '08:30'),
      by: 'nia',
    }),
    ...open({
      ...{ claim: 'summit-half', saidOn: said.summitHalf, window: halfOf(summit.from), windowWords: `in ${half}` },
      ...{ criteria, certaintyWords: 'will', by: 'nia' },
      at: at(326, '09:00'),
      decided: { by: 'ingrid', at: at(325, '09:10') },
    }),
    ...bringIn(summitMonth(dates), at(149, '07:35')),
    ...accept({
      ...{ key: 'summit-month', article: 'summit-month', words: 'the summit with Osmere will take place' },
      kind: 'prediction',
      statement: `The summit of Veldria and Osmere will take place in Marenne in ${month}.`,
      shortForm: `The summit of Veldria and Osmere takes place in ${month}`,
      speaker: varga,
      topics,
      at: at(149, '08:20'),
      by: 'pavel',
    }),
    ...open({
      ...{ claim: 'summit-month', saidOn: said.summitMonth, window: monthOf(summit.from), windowWords: `in ${month}` },
      ...{ criteria, certaintyWords: 'will', by: 'pavel' },
      at: at(147, '09:00'),
      decided: { by: 'marco', at: at(146, '09:10') },
    }),
    link('summit-month', 'narrows', 'summit-half', at(147, '09:30'), 'pavel'),
    ...bringIn(summitDays(dates), at(94, '07:45')),
    ...accept({
      ...{ key: 'summit-days', article: 'summit-days', words: 'will hold their summit in Marenne from' },
      kind: 'prediction',
      statement: `The leaders of Veldria and Osmere will hold their summit in Marenne from ${days}.`,
      shortForm: `Veldria and Osmere meet from ${days}`,
      speaker: varga,
      topics,
      at: at(94, '08:15'),
      by: 'nia',
    }),
    ...open({
      ...{ claim: 'summit-days', saidOn: said.summitDays, window: summit, windowWords: `from ${days}` },
      ...{ criteria, certaintyWords: 'will', by: 'nia' },
      at: at(93, '09:00'),
      decided: { by: 'ingrid', at: at(92, '09:10') },
    }),
    link('summit-days', 'narrows', 'summit-month', at(93, '09:30'), 'nia'),
    remark(
      'summit-days',
      1,
      'Third announcement of the same meeting: linked, so that one outcome settles all.',
      at(93, '09:40'),
      'nia',
    ),
    ...record({
      key: 'summit',
      statement: 'The leaders of Veldria and Osmere met in Marenne for three days.',
      on: summit,
      source: {
        url: 'https://chancellery.veldria.example/summit/communique',
        title: 'Communiqué of the Marenne summit',
        publisherName: 'Chancellery of Veldria',
        publishedOn: summit.to,
        excerpt: 'The two leaders held four sessions and signed a protocol on ports.',
      },
      resolves: ['summit-half', 'summit-month', 'summit-days'],
      at: at(60, '09:00'),
      by: 'pavel',
      decided: { by: 'marco', at: at(59, '09:30') },
    }),
    finish('summit-days', at(94, '09:10'), 'nia'),
    ...crossing(calendar, dates),
  ]
}

/** What else the first of the three articles said: a ferry line, and its fares. */
const crossing: Story = ({ at, ago }, { said, month }) => [
  ...accept({
    ...{ key: 'ferry-line', article: 'summit-half', words: 'a direct ferry line between the two capitals will start' },
    kind: 'prediction',
    statement: `A direct ferry line between Marenne and Tarn will start in ${monthYear(month.ferryLine)}.`,
    shortForm: `A direct ferry from Marenne to Tarn starts in ${monthYear(month.ferryLine)}`,
    speaker: person('Elena Varga'),
    topics: ['Transport'],
    at: at(329, '08:40'),
    by: 'nia',
  }),
  ...open({
    claim: 'ferry-line',
    saidOn: said.summitHalf,
    window: monthOf(month.ferryLine),
    windowWords: `in ${monthYear(month.ferryLine)}`,
    criteria: 'A ferry carries paying passengers from one capital to the other without a change.',
    certaintyWords: 'will',
    at: at(326, '09:30'),
    by: 'nia',
    decided: { by: 'ingrid', at: at(325, '09:20') },
  }),
  ...record({
    key: 'ferry-line',
    statement: 'The first direct ferry sailed from Marenne to Tarn.',
    on: addDays(month.ferryLine, -7),
    source: {
      url: 'https://strait-ferries.example/timetable/first-sailing',
      title: 'First sailing Marenne–Tarn',
      publisherName: 'Strait Ferries',
      publishedOn: addDays(month.ferryLine, -7),
      excerpt: 'Departure 8.00, arrival 22.30, 312 passengers.',
    },
    resolves: ['ferry-line'],
    at: at(180, '09:00'),
    by: 'pavel',
    decided: { by: 'ingrid', at: at(179, '09:00') },
  }),
  ...accept({
    ...{ key: 'fares', article: 'summit-half', words: 'Ferry fares have doubled since 2019' },
    kind: 'statistic',
    statement: 'Fares on the ferries between Veldria and Osmere have doubled since 2019.',
    shortForm: 'Ferry fares between Veldria and Osmere have doubled since 2019',
    speaker: { is: 'new', name: 'Strait Passengers’ League', kind: 'organisation' },
    topics: ['Transport'],
    at: at(329, '08:50'),
    by: 'nia',
  }),
  ...gather(
    'fares',
    [
      {
        url: 'https://strait-ferries.example/fares/archive',
        title: 'Fares since 2015',
        publisherName: 'Strait Ferries',
        publishedOn: ago(340),
        retrievedOn: ago(324),
        kind: 'primary',
        stance: 'context',
        excerpt: 'Single fare at the counter 42, now 85; with a return ticket 74, now 90.',
        note: 'Only the single fare at the counter doubled; two in three passengers buy a return ticket.',
      },
    ],
    at(324, '09:00'),
    'nia',
  ),
  ...judge({
    claim: 'fares',
    content: {
      rating: 'needs-context',
      summary: 'The single fare at the counter doubled. Most passengers buy a return ticket, which rose by a fifth.',
      rationale:
        'The league compares single fares at the counter: **42** in 2019, **85** now. According to the operator two of three passengers buy a return ticket; that one rose from 74 to 90.',
      asOfOn: ago(322),
      asked: {
        on: ago(323),
        whom: 'The league’s press office',
        way: 'email',
        answer: 'The league said that the single fare is what a visitor sees first.',
      },
    },
    at: at(322, '09:00'),
    by: 'nia',
    decided: { by: 'marco', at: at(321, '09:00') },
  }),
  finish('summit-half', at(329, '09:30'), 'nia'),
]
