import { housing } from '../articles/town'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'
import { accept, finish, organisation } from '../steps/triage'
import { correct, gather, judge, remark } from '../steps/verdicts'

/** Empty flats, hospital beds and a dark night in Aldermoor: verdicts that had to be put right. */
export const housingStory: Story = ({ at, ago }, dates) => {
  const flats = {
    rating: 'mostly-false',
    summary: 'The census counts 11 percent of the flats in Aldermoor as empty, about half of what the union says.',
    rationale:
      'The census found **11 percent** of the flats empty on its day. The union counted doorbells without a name.',
    asOfOn: ago(255),
    asked: {
      on: ago(257),
      whom: 'The union’s secretary',
      way: 'email' as const,
      answer: 'The union sent its method: doorbells without a name in nine streets.',
    },
  }
  const outage = {
    rating: 'mostly-true',
    summary: 'Eastgrid’s own log shows 86,400 meters without power, which the operator rounded up to 90,000.',
    rationale: 'The log of the night lists **86,400 meters**. A meter stands for a home in nearly all cases.',
    asOfOn: ago(256),
    asked: {
      on: ago(257),
      whom: 'Eastgrid’s press office',
      way: 'email' as const,
      answer: 'Eastgrid sent its log and called the number “an early estimate”.',
    },
  }
  return [
    ...bringIn(housing(dates), at(259, '08:00')),
    ...accept({
      ...{ key: 'flats', article: 'housing', words: 'One in five flats in Aldermoor stands empty' },
      kind: 'statistic',
      statement: 'One in five flats in Aldermoor stands empty.',
      shortForm: 'One in five flats in Aldermoor stands empty',
      speaker: organisation('Aldermoor Tenants’ Union'),
      topics: ['Housing'],
      at: at(259, '08:40'),
      by: 'pavel',
    }),
    ...gather(
      'flats',
      [
        {
          url: 'https://census.aldermoor.example/dwellings/vacant',
          title: 'Census of dwellings: vacant on census day',
          publisherName: 'County Census Office',
          publishedOn: ago(700),
          retrievedOn: ago(258),
          kind: 'primary',
          stance: 'refutes',
          excerpt: 'Vacant on census day: 11.2 percent, of which 7.1 percent being rebuilt or between two tenancies.',
          note: 'Vacant on one day is more than vacant for long.',
        },
        {
          url: 'https://grid.eastgrid.example/meters/idle',
          title: 'Idle meters by district',
          publisherName: 'Eastgrid',
          publishedOn: ago(262),
          retrievedOn: ago(245),
          kind: 'primary',
          stance: 'refutes',
          excerpt: 'Aldermoor: 4.1 percent of household meters idle for twelve months.',
          note: 'A flat in which nobody uses power for a year is empty; that is what the tax would be about.',
        },
      ],
      at(258, '09:00'),
      'pavel',
    ),
    ...judge({
      ...{ claim: 'flats', content: flats, by: 'pavel' },
      at: at(255, '09:00'),
      decided: { by: 'ingrid', at: at(254, '09:00') },
    }),
    ...correct({
      claim: 'flats',
      number: 1,
      level: 'verdict_changing',
      note: 'We had counted flats that were empty on census day. Measured by a year without use of power, as the union itself means it, 4.1 percent stand empty. The rating changes from Mostly false to False.',
      content: {
        ...flats,
        rating: 'false',
        summary:
          'By a year without use of power, 4.1 percent of the flats stand empty: one in twenty-four, not one in five.',
        rationale:
          'The union means flats that are unused for a year. The grid operator’s idle meters show **4.1 percent**. The census’s 11 percent also counts flats between two tenancies and those being rebuilt.',
        asOfOn: ago(243),
      },
      at: at(243, '09:00'),
      by: 'ingrid',
      decided: { by: 'marco', at: at(242, '09:00') },
    }),
    remark(
      'flats',
      1,
      'Census day is the wrong measure: the union speaks of flats that are empty for a year.',
      at(245, '10:00'),
      'marco',
    ),
    ...accept({
      ...{ key: 'beds', article: 'housing', words: "St Brannoc's Hospital has 640 beds" },
      kind: 'statistic',
      statement: 'St Brannoc’s Hospital in Aldermoor has 640 beds.',
      shortForm: 'St Brannoc’s Hospital in Aldermoor has 640 beds',
      speaker: organisation('Aldermoor Tenants’ Union'),
      topics: ['Health'],
      at: at(259, '08:50'),
      by: 'pavel',
    }),
    ...gather(
      'beds',
      [
        {
          url: 'https://st-brannocs.example/annual-report',
          title: 'Annual report of the hospital',
          publisherName: 'St Brannoc’s Hospital',
          publishedOn: ago(290),
          retrievedOn: ago(258),
          kind: 'primary',
          stance: 'refutes',
          excerpt: 'Since the merger of two wards the hospital has 512 beds (before: 640).',
          note: '640 was right until the wards were merged.',
          found: { against: '640', text: '512 beds', value: 512, unit: 'beds', asOfOn: ago(290) },
        },
      ],
      at(258, '11:00'),
      'nia',
    ),
    ...judge({
      claim: 'beds',
      content: {
        rating: 'outdated',
        summary: 'The hospital had 640 beds until two wards were merged; its last report counts 512.',
        rationale: 'The annual report gives both numbers: **640** before the merger of two wards, **512** since.',
        asOfOn: ago(256),
        notAsked: 'The number was mentioned in passing, and the hospital’s report is plain.',
      },
      at: at(256, '10:00'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(255, '10:00') },
    }),
    ...accept({
      ...{ key: 'outage', article: 'housing', words: 'left 90,000 homes in the county dark' },
      kind: 'statistic',
      statement: 'The power cut left 90,000 homes in the county of Aldermoor dark.',
      shortForm: 'The power cut left 90,000 homes around Aldermoor dark',
      speaker: organisation('Eastgrid'),
      topics: ['Energy'],
      at: at(259, '09:00'),
      by: 'pavel',
    }),
    ...gather(
      'outage',
      [
        {
          url: 'https://grid.eastgrid.example/log/outage',
          title: 'Log of the outage',
          publisherName: 'Eastgrid',
          publishedOn: ago(258),
          retrievedOn: ago(257),
          kind: 'primary',
          stance: 'supports',
          excerpt: 'Meters without supply at 2.10 a.m.: 86,400.',
          note: 'Four percent fewer than said on the morning after.',
          found: { against: '90,000', text: '86,400', value: 86_400, unit: 'homes', asOfOn: ago(261) },
        },
      ],
      at(257, '09:00'),
      'nia',
    ),
    ...judge({
      ...{ claim: 'outage', content: outage, by: 'nia' },
      at: at(256, '12:00'),
      decided: { by: 'marco', at: at(255, '12:00') },
    }),
    ...correct({
      claim: 'outage',
      number: 1,
      level: 'factual',
      note: 'We had written that the log counts homes. It counts meters; the text now says so. The rating stands.',
      content: {
        ...outage,
        rationale:
          'The log of the night lists **86,400 meters**. About three in a hundred meters belong to shops and stairwells, so slightly fewer homes were dark.',
      },
      at: at(250, '09:00'),
      by: 'marco',
      decided: { by: 'ingrid', at: at(249, '09:00') },
    }),
    finish('housing', at(259, '09:40'), 'pavel'),
  ]
}
