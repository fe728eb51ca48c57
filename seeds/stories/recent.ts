import type { Story } from '../step'
import { accept, OWN_VOICE, person } from '../steps/triage'
import { gather, judge } from '../steps/verdicts'

/** Figures of the last three months that were quick to check. */
export const recentStory: Story = ({ at, ago }) => [
  ...accept({
    ...{ key: 'trade-volume', article: 'summit-days', words: 'trade goods worth €31 billion a year' },
    kind: 'statistic',
    statement: 'Veldria and Osmere trade goods worth €31 billion a year.',
    shortForm: 'Veldria and Osmere trade goods worth €31 billion a year',
    speaker: OWN_VOICE,
    topics: ['Trade'],
    at: at(94, '08:40'),
    by: 'nia',
  }),
  ...gather(
    'trade-volume',
    [
      {
        url: 'https://statistics.veldria.example/trade/partners',
        title: 'Foreign trade by partner',
        publisherName: 'Veldria Statistics Office',
        publishedOn: ago(120),
        retrievedOn: ago(91),
        kind: 'primary',
        stance: 'supports',
        excerpt: 'Osmere: exports 17.9, imports 12.8, together 30.7 bn euros.',
        note: 'Rounds to 31; the twelve months before, it was 28.2.',
        found: { against: '31', text: '€30.7 billion', value: 30_700_000_000, unit: 'EUR', asOfOn: ago(150) },
      },
    ],
    at(91, '09:00'),
    'nia',
  ),
  ...judge({
    claim: 'trade-volume',
    content: {
      rating: 'true',
      summary: 'Exports and imports between the two states add up to €30.7 billion in the last full year.',
      rationale:
        'The statistics office lists **17.9 billion** euros of exports to Osmere and **12.8 billion** of imports.',
      asOfOn: ago(90),
      notAsked: 'It is the paper’s own statement, and it fits.',
    },
    at: at(90, '09:00'),
    by: 'nia',
    decided: { by: 'marco', at: at(89, '09:00') },
  }),
  ...accept({
    ...{ key: 'border-wait', article: 'summit-days', words: 'the time that a truck waits at the border, now 11 hours' },
    kind: 'statistic',
    statement: 'A truck waits 11 hours on average at the border between Veldria and Osmere.',
    shortForm: 'A truck waits 11 hours at the border of Veldria and Osmere',
    speaker: person('Elena Varga'),
    topics: ['Trade', 'Transport'],
    at: at(94, '08:45'),
    by: 'nia',
  }),
  ...gather(
    'border-wait',
    [
      {
        url: 'https://hauliers.veldria.example/border/times',
        title: 'Waiting times at the crossings',
        publisherName: 'Veldrian Hauliers',
        publishedOn: ago(100),
        retrievedOn: ago(85),
        kind: 'primary',
        stance: 'refutes',
        excerpt: 'Mean of all trucks, 5.2 hours; on the day before a holiday, 11.4 hours.',
        note: 'Eleven hours is what the worst days take.',
        found: { against: '11', text: '5.2 hours', value: 5.2, unit: 'hour', asOfOn: ago(100) },
      },
    ],
    at(85, '09:00'),
    'pavel',
  ),
  ...judge({
    claim: 'border-wait',
    content: {
      rating: 'mostly-false',
      summary: 'The hauliers’ log shows 5.2 hours on average. Eleven hours is what a truck waits before a holiday.',
      rationale:
        'The log covers 48,000 crossings of one year: **5.2 hours** on average, **11.4 hours** on the four worst days.',
      asOfOn: ago(84),
      asked: {
        on: ago(85),
        whom: 'The ministry’s press office',
        way: 'email',
        answer: 'The ministry said that the minister had the busiest crossing in mind.',
      },
    },
    at: at(84, '09:00'),
    by: 'pavel',
    decided: { by: 'ingrid', at: at(83, '09:00') },
  }),
  ...accept({
    ...{ key: 'extension', article: 'harbor', words: 'The extension is 4.2 kilometers long' },
    kind: 'statistic',
    statement: 'The tram extension to the shipyards of Port Aldis is 4.2 kilometers long.',
    shortForm: 'The tram extension in Port Aldis is 4.2 kilometers long',
    speaker: OWN_VOICE,
    topics: ['Port Aldis', 'Transport'],
    at: at(39, '09:12'),
    by: 'nia',
  }),
  ...gather(
    'extension',
    [
      {
        url: 'https://port-aldis.example/transit/shipyard-line',
        title: 'Shipyard line: plan of works',
        publisherName: 'Port Aldis Transit',
        publishedOn: ago(200),
        retrievedOn: ago(35),
        kind: 'primary',
        stance: 'supports',
        excerpt: 'Length of new track: 4.2 km, seven stops.',
        note: 'As built, by the plan of works.',
      },
    ],
    at(35, '09:00'),
    'pavel',
  ),
  ...judge({
    claim: 'extension',
    content: {
      rating: 'true',
      summary: 'The plan of works gives 4.2 kilometers of new track with seven stops.',
      rationale: 'The plan and the map of the transit office agree: **4.2 kilometers**.',
      asOfOn: ago(34),
      recheckOn: ago(2),
      notAsked: 'The plan of works is plain.',
    },
    at: at(34, '09:00'),
    by: 'pavel',
    decided: { by: 'ingrid', at: at(33, '09:00') },
  }),
]
