import { addDays } from '@/lib/core/days'
import { exports } from '../articles/trade'
import { halfWords, monthYear } from '../calendar'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'
import { clarify, open, record } from '../steps/predictions'
import { accept, finish, organisation, person, UNNAMED } from '../steps/triage'
import { gather, judge } from '../steps/verdicts'

/** Exports that rose, machines that were to sell, a tax that was to go, and a letter that nobody has seen. */
export const exportsStory: Story = ({ at, ago }, dates) => {
  const { said, month, exportHalf, byEndOf } = dates
  const year = monthYear(addDays(said.exports, -40))
  return [
    ...bringIn(exports(dates), at(399, '08:05')),
    ...accept({
      ...{ key: 'exports', article: 'exports', words: 'exports rose 14.9 percent' },
      kind: 'statistic',
      statement: `Veldria’s exports rose 14.9 percent in the year to ${year}.`,
      shortForm: `Veldria’s exports rose 14.9 percent in the year to ${year}`,
      speaker: organisation('Veldria Statistics Office'),
      topics: ['Trade'],
      at: at(399, '09:00'),
      by: 'pavel',
    }),
    ...gather(
      'exports',
      [
        {
          url: 'https://statistics.veldria.example/trade/table-4',
          title: 'Foreign trade, table 4: exports by month',
          publisherName: 'Veldria Statistics Office',
          publishedOn: addDays(said.exports, -1),
          retrievedOn: ago(398),
          kind: 'primary',
          stance: 'supports',
          excerpt: 'Exports, twelve months: 58.71 bn euros after 51.10 bn euros; change 14.9 percent.',
          note: 'Recalculated from the monthly figures: 14.89 percent.',
          found: { against: '14.9', text: '14.89 percent', value: 14.89, unit: 'percent', asOfOn: ago(440) },
        },
      ],
      at(398, '09:30'),
      'pavel',
    ),
    ...judge({
      claim: 'exports',
      content: {
        rating: 'true',
        summary: 'The monthly trade figures add up to a rise of 14.89 percent over twelve months.',
        rationale:
          'We added up the office’s own monthly table: **51.10 billion** euros in the year before, **58.71 billion** in the year in question. That is a rise of 14.89 percent, which the office rounds to 14.9.',
        asOfOn: ago(397),
        notAsked: 'The office’s own table answers every question that we had.',
      },
      at: at(397, '09:00'),
      by: 'pavel',
      decided: { by: 'ingrid', at: at(396, '11:00') },
    }),
    ...accept({
      ...{ key: 'machines', article: 'exports', words: 'exports of machines will exceed €9 billion' },
      kind: 'prediction',
      statement: `Veldria’s exports of machines will exceed €9 billion in ${halfWords(exportHalf.from)}.`,
      shortForm: `Veldria exports machines for over €9 billion in ${halfWords(exportHalf.from)}`,
      speaker: person('Elena Varga'),
      topics: ['Trade'],
      at: at(399, '09:10'),
      by: 'pavel',
    }),
    ...open({
      claim: 'machines',
      saidOn: said.exports,
      window: exportHalf,
      windowWords: `in ${halfWords(exportHalf.from)}`,
      criteria:
        'Table 7 of the statistics office shows machine exports of more than 9 billion euros for the six months.',
      certaintyWords: 'will',
      more: { comparator: 'more_than', targetValue: '9000000000', targetUnit: 'EUR' },
      at: at(395, '10:00'),
      by: 'pavel',
      decided: { by: 'marco', at: at(394, '10:00') },
    }),
    clarify(
      'machines',
      'Cars and their parts do not count as machines, as in table 7 of the statistics office.',
      at(300, '10:00'),
      'ingrid',
    ),
    ...record({
      key: 'machines',
      statement: 'Veldria exported machines for 9.4 billion euros in the six months.',
      on: exportHalf,
      value: { value: '9400000000', unit: 'EUR' },
      source: {
        url: 'https://statistics.veldria.example/trade/table-7',
        title: 'Foreign trade, table 7: exports by goods',
        publisherName: 'Veldria Statistics Office',
        publishedOn: addDays(exportHalf.to, 5),
        excerpt: 'Machinery, six months: 9.4 bn euros.',
      },
      resolves: ['machines'],
      at: at(24, '09:00'),
      by: 'pavel',
      decided: { by: 'ingrid', at: at(23, '09:20') },
    }),
    ...accept({
      ...{ key: 'fuel-tax', article: 'exports', words: 'abolish the fuel tax' },
      kind: 'prediction',
      statement: `Veldria will abolish its fuel tax by the end of ${monthYear(month.fuelTax)}.`,
      shortForm: `Veldria abolishes its fuel tax by the end of ${monthYear(month.fuelTax)}`,
      speaker: person('Elena Varga'),
      topics: ['Public money'],
      at: at(399, '09:20'),
      by: 'pavel',
    }),
    ...open({
      claim: 'fuel-tax',
      saidOn: said.exports,
      window: byEndOf(said.exports, month.fuelTax),
      windowWords: `by the end of ${monthYear(month.fuelTax)}`,
      criteria: 'The gazette publishes the repeal of the fuel tax act, in force within the window.',
      certaintyWords: 'will',
      at: at(395, '10:30'),
      by: 'pavel',
      decided: { by: 'marco', at: at(394, '10:10') },
    }),
    ...record({
      key: 'fuel-tax',
      statement: 'The fuel tax was not abolished.',
      on: null,
      note: 'A bill was announced but never brought in.',
      source: {
        url: 'https://gazette.veldria.example/taxes/fuel',
        title: 'Acts in force: fuel tax',
        publisherName: 'Veldria Official Gazette',
        publishedOn: ago(305),
        excerpt: 'Fuel tax act, in force, last amended nine years ago.',
      },
      resolves: ['fuel-tax'],
      at: at(300, '13:00'),
      by: 'nia',
      decided: { by: 'marco', at: at(299, '13:30') },
    }),
    ...gather(
      'fuel-tax',
      [
        {
          url: 'https://gazette.veldria.example/taxes/fuel',
          title: 'Acts in force: fuel tax',
          publisherName: 'Veldria Official Gazette',
          publishedOn: ago(305),
          retrievedOn: ago(299),
          kind: 'primary',
          stance: 'refutes',
          excerpt: 'Fuel tax act, in force, last amended nine years ago.',
          note: 'What was promised did not come; the act was not even amended.',
        },
      ],
      at(299, '14:00'),
      'nia',
    ),
    ...judge({
      claim: 'fuel-tax',
      content: {
        rating: 'false',
        summary: 'The tax is still there. No bill to abolish it was ever brought in.',
        rationale: 'The gazette lists the fuel tax act as in force, and parliament’s register of bills has none on it.',
        asOfOn: ago(298),
        asked: {
          on: ago(299),
          whom: 'The ministry’s press office',
          way: 'email',
          answer: 'The ministry answered that the tax “remains under review”.',
        },
      },
      at: at(298, '09:00'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(297, '09:00') },
    }),
    ...accept({
      ...{ key: 'letter', article: 'exports', words: 'A secret side letter to the pact was signed in Tarn' },
      kind: 'event',
      statement: 'A secret side letter to the pact of Veldria and Osmere was signed in Tarn.',
      shortForm: 'A secret side letter to the pact was signed in Tarn',
      speaker: UNNAMED,
      topics: ['Trade'],
      at: at(399, '09:30'),
      by: 'pavel',
    }),
    ...judge({
      claim: 'letter',
      content: {
        rating: 'unverifiable',
        summary:
          'Two treaty registers, both parliaments and three people at the talks gave nothing that shows or rules out such a letter.',
        rationale:
          'A letter of this kind would have to be registered to bind either state, and none is. That does not prove that no paper was signed. We look again when the archives of the talks open.',
        searchDescription:
          'Treaty registers of both states, written questions in both parliaments, requests to both ministries, and talks with three members of the delegations.',
        asOfOn: ago(380),
        recheckOn: ago(-120),
        asked: {
          on: ago(390),
          whom: 'The press offices of both ministries',
          way: 'email',
          answer: 'Both ministries declined to comment.',
        },
      },
      at: at(380, '09:00'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(379, '15:00') },
    }),
    finish('exports', at(399, '10:00'), 'pavel'),
  ]
}
