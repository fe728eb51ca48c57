import { addDays } from '@/lib/core/days'
import { pact, pactCopy } from '../articles/trade'
import { monthOf, monthYear } from '../calendar'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'
import { open, record } from '../steps/predictions'
import { accept, finish, OWN_VOICE, person, repeatOf } from '../steps/triage'
import { correct, gather, judge, remark } from '../steps/verdicts'

/** The pact and its $550 billion, read twice because an aggregator copied the report. */
export const pactStory: Story = ({ at, ago }, dates) => {
  const { said, month, byEndOf } = dates
  const fund = {
    rating: 'half-true',
    summary:
      'The pact names $550 billion, but only a sixth of it is money that the two states pay in. The rest is room for loans and guarantees, which may never be drawn.',
    rationale:
      'The annex to the pact lists three parts: **$90 billion** of capital, **$310 billion** of credit lines and **$150 billion** of guarantees.\n\nThe figure itself is right, and it stands in the pact. “On the table”, however, says that the money is there to be spent. Credit lines and guarantees are promises to lend, not money spent.',
    asOfOn: ago(506),
    asked: {
      on: ago(509),
      whom: 'The ministry’s press office',
      way: 'email' as const,
      answer: 'The ministry answered that the pact “speaks of a total volume” and sent its annex.',
    },
  }
  return [
    ...bringIn(pact(dates), at(519, '07:40')),
    ...bringIn(pactCopy(dates), at(518, '06:55')),
    ...accept({
      ...{ key: 'fund', article: 'pact', words: '$550 billion on the table' },
      kind: 'statistic',
      statement: 'Veldria and Osmere put $550 billion on the table for a joint investment fund.',
      shortForm: 'The pact of Veldria and Osmere puts $550 billion on the table',
      speaker: person('Elena Varga'),
      topics: ['Trade', 'Public money'],
      at: at(519, '08:30'),
      by: 'nia',
    }),
    ...[
      { article: 'pact', words: 'sets up a joint investment fund of $550 billion' },
      { article: 'pact-copy', words: 'sets up a joint investment fund of $550 billion' },
      { article: 'pact-copy', words: '$550 billion on the table' },
    ].map((place, index) => repeatOf('fund', place, 'statistic', at(518, `08:0${index + 2}`), 'nia')),
    repeatOf(
      'duty',
      { article: 'pact-copy', words: 'cut its duty on imported cars to 5 percent' },
      'prediction',
      at(518, '08:12'),
      'nia',
    ),
    ...gather(
      'fund',
      [
        {
          url: 'https://treaties.veldria.example/pact/annex-3',
          title: 'Pact of Tarn, annex 3: volume of the fund',
          publisherName: 'Veldria Treaty Register',
          publishedOn: ago(515),
          retrievedOn: ago(510),
          kind: 'primary',
          stance: 'context',
          excerpt: 'Paid-in capital 90; credit lines 310; guarantees 150; total volume 550 (billion dollars).',
          note: 'The total is right; only the first part is money paid in.',
          found: { against: '550', text: '$550 billion', value: 550_000_000_000, unit: 'USD', asOfOn: ago(515) },
        },
        {
          url: 'https://court-of-audit.veldria.example/opinions/fund',
          title: 'Opinion on the joint fund',
          publisherName: 'Veldria Court of Audit',
          publishedOn: ago(512),
          retrievedOn: ago(509),
          kind: 'primary',
          stance: 'refutes',
          excerpt: 'Of the stated volume, 90 billion is to be paid in by the two budgets over eight years.',
          note: 'Says how much of it is ever spent from the budgets.',
          found: { against: '550', text: '$90 billion', value: 90_000_000_000, unit: 'USD', asOfOn: ago(512) },
        },
      ],
      at(510, '09:15'),
      'nia',
    ),
    ...judge({
      claim: 'fund',
      content: fund,
      at: at(506, '09:00'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(505, '10:20') },
    }),
    ...correct({
      claim: 'fund',
      number: 1,
      level: 'update',
      note: 'We added how much of the capital was paid in during the first year. The rating stands.',
      content: {
        ...fund,
        rationale: `${fund.rationale}\n\nOne year on, the fund reports that $7 billion of the capital was paid in.`,
        asOfOn: ago(150),
      },
      at: at(150, '13:05'),
      by: 'marco',
      decided: { by: 'ingrid', at: at(149, '08:40') },
    }),
    remark('fund', 1, 'The annex is only in the treaty register, not on the ministry’s page.', at(510, '10:02'), 'nia'),
    remark('fund', 2, 'Good find. Please quote the three parts with their sums.', at(510, '11:30'), 'ingrid'),
    ...accept({
      ...{ key: 'duty', article: 'pact', words: 'cut its duty on imported cars to 5 percent' },
      kind: 'prediction',
      statement: `Veldria will cut its duty on imported cars to 5 percent by the end of ${monthYear(month.duty)}.`,
      shortForm: `Veldria cuts its car duty to 5 percent by ${monthYear(month.duty)}`,
      speaker: person('Elena Varga'),
      topics: ['Trade'],
      at: at(519, '08:45'),
      by: 'nia',
    }),
    ...open({
      claim: 'duty',
      saidOn: said.pact,
      window: byEndOf(said.pact, month.duty),
      windowWords: `by the end of ${monthYear(month.duty)}`,
      criteria: 'The official gazette publishes a car duty of 5 percent or less, in force within the window.',
      certaintyWords: 'will',
      at: at(517, '09:20'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(516, '09:45') },
    }),
    ...record({
      key: 'duty',
      statement: 'The lower car duty of 5 percent came into force in Veldria.',
      on: addDays(monthOf(month.duty).to, 33),
      source: {
        url: 'https://gazette.veldria.example/customs/car-duty',
        title: 'Ordinance on the duty on motor cars',
        publisherName: 'Veldria Official Gazette',
        publishedOn: addDays(monthOf(month.duty).to, 31),
        excerpt: 'The rate is 5 percent from the second day after publication.',
      },
      resolves: ['duty'],
      at: at(350, '09:10'),
      by: 'pavel',
      decided: { by: 'marco', at: at(349, '14:00') },
    }),
    ...accept({
      ...{ key: 'terminal', article: 'pact', words: 'container terminal in Port Aldis is expected to open' },
      kind: 'prediction',
      statement: `The new container terminal in Port Aldis will open in ${monthYear(month.terminal)}.`,
      shortForm: `The new terminal in Port Aldis opens in ${monthYear(month.terminal)}`,
      speaker: OWN_VOICE,
      topics: ['Port Aldis', 'Transport'],
      at: at(519, '08:55'),
      by: 'nia',
    }),
    repeatOf(
      'terminal',
      { article: 'pact-copy', words: 'container terminal in Port Aldis is expected to open' },
      'prediction',
      at(518, '08:10'),
      'nia',
    ),
    ...open({
      claim: 'terminal',
      saidOn: said.pact,
      window: monthOf(month.terminal),
      windowWords: `in ${monthYear(month.terminal)}`,
      criteria: 'The first commercial ship is unloaded at the new terminal.',
      certaintyWords: 'is expected to',
      at: at(517, '10:00'),
      by: 'nia',
      decided: { by: 'marco', at: at(516, '11:00') },
    }),
    ...record({
      key: 'terminal',
      statement: 'The first ship was unloaded at the new container terminal in Port Aldis.',
      on: addDays(month.terminal, 4),
      source: {
        url: 'https://port-aldis.example/news/first-ship',
        title: 'First ship at the new terminal',
        publisherName: 'Port of Aldis',
        publishedOn: addDays(month.terminal, 4),
        excerpt: 'At 6.40 a.m. the first container was lifted off at berth 9.',
      },
      resolves: ['terminal'],
      at: at(262, '08:20'),
      by: 'pavel',
      decided: { by: 'ingrid', at: at(261, '08:55') },
    }),
    finish('pact', at(518, '08:20'), 'nia'),
    finish('pact-copy', at(518, '08:25'), 'nia'),
  ]
}
