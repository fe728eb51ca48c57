import { addDays } from '@/lib/core/days'
import { bases } from '../articles/trade'
import { halfWords, monthYear } from '../calendar'
import type { Story } from '../step'
import { bringIn } from '../steps/articles'
import { open, record } from '../steps/predictions'
import { accept, finish, OWN_VOICE, person, UNNAMED } from '../steps/triage'
import { gather, judge } from '../steps/verdicts'

/** The bases in Osmere's north: how many serve there, how many were to leave, and an airfield that stayed open. */
export const basesStory: Story = ({ at, ago }, dates) => {
  const { said, troopHalf, month, byEndOf } = dates
  const airfield = monthYear(month.airfield)
  return [
    ...bringIn(bases(dates), at(454, '07:15')),
    ...accept({
      ...{ key: 'personnel', article: 'bases', words: '54,000 military personnel' },
      kind: 'statistic',
      statement: 'Osmere keeps 54,000 military personnel at 12 bases along its northern coast.',
      shortForm: 'Osmere keeps 54,000 military personnel on its northern coast',
      speaker: OWN_VOICE,
      topics: ['Defence'],
      at: at(454, '08:00'),
      by: 'pavel',
    }),
    ...gather(
      'personnel',
      [
        {
          url: 'https://defence.osmere.example/yearbook/strength',
          title: 'Yearbook of the forces: strength by district',
          publisherName: 'Osmere Ministry of Defence',
          publishedOn: ago(500),
          retrievedOn: ago(452),
          kind: 'primary',
          stance: 'supports',
          excerpt: 'Northern coast district: 53,712 uniformed, at 11 bases and one depot.',
          note: 'The number fits; the yearbook counts eleven bases and a depot.',
          found: { against: '54,000', text: '53,712', value: 53_712, unit: 'personnel', asOfOn: ago(500) },
        },
      ],
      at(452, '13:20'),
      'pavel',
    ),
    ...judge({
      claim: 'personnel',
      content: {
        rating: 'mostly-true',
        summary:
          'The ministry’s yearbook counts 53,712 people in uniform on the northern coast, which rounds to 54,000. It counts eleven bases and a depot, not twelve bases.',
        rationale:
          'The yearbook gives **53,712**, within what “54,000” means. The twelfth “base” of the report is the fuel depot at Arn, where nobody is stationed for good.',
        asOfOn: ago(451),
        notAsked: 'It is the paper’s own statement; we wrote to its desk and had no answer within a week.',
      },
      at: at(451, '09:00'),
      by: 'pavel',
      decided: { by: 'marco', at: at(450, '09:30') },
    }),
    ...accept({
      ...{ key: 'withdrawal', article: 'bases', words: '4,000 of them will leave the coast' },
      kind: 'prediction',
      statement: `4,000 military personnel will leave Osmere’s northern coast in ${halfWords(troopHalf.from)}.`,
      shortForm: `4,000 troops leave Osmere’s northern coast in ${halfWords(troopHalf.from)}`,
      speaker: person('Ruth Okwara'),
      topics: ['Defence'],
      at: at(454, '08:10'),
      by: 'pavel',
    }),
    ...open({
      claim: 'withdrawal',
      saidOn: said.bases,
      window: troopHalf,
      windowWords: `in ${halfWords(troopHalf.from)}`,
      criteria: 'The yearbook or a report to parliament shows 4,000 fewer at the northern coast within the window.',
      certaintyWords: 'will',
      at: at(449, '09:00'),
      by: 'pavel',
      decided: { by: 'ingrid', at: at(448, '10:00') },
    }),
    ...record({
      key: 'withdrawal',
      statement: '2,600 military personnel left Osmere’s northern coast.',
      on: { from: addDays(troopHalf.from, 40), to: addDays(troopHalf.from, 150) },
      note: 'The rest stays until a new barracks is built, the ministry told parliament.',
      source: {
        url: 'https://parliament.osmere.example/papers/northern-coast',
        title: 'Report on the move from the northern coast',
        publisherName: 'Parliament of Osmere',
        publishedOn: addDays(troopHalf.from, 160),
        excerpt: 'By the end of the period 2,600 of the planned 4,000 had moved.',
      },
      resolves: [
        { claim: 'withdrawal', resolution: 'partly', why: 'About two thirds of the announced number left in time.' },
      ],
      at: at(75, '10:00'),
      by: 'nia',
      decided: { by: 'marco', at: at(74, '10:20') },
    }),
    ...accept({
      ...{ key: 'airfield', article: 'bases', words: 'the old airfield at Skarn may close' },
      kind: 'prediction',
      statement: `The old airfield at Skarn will close by the end of ${airfield}.`,
      shortForm: `The airfield at Skarn closes by the end of ${airfield}`,
      speaker: UNNAMED,
      topics: ['Defence'],
      at: at(454, '08:20'),
      by: 'pavel',
    }),
    ...open({
      claim: 'airfield',
      saidOn: said.bases,
      window: byEndOf(said.bases, month.airfield),
      windowWords: `by the end of ${airfield}`,
      criteria: 'The airfield is taken off the list of active airfields.',
      certaintyWords: 'may',
      at: at(449, '09:30'),
      by: 'pavel',
      decided: { by: 'ingrid', at: at(448, '10:15') },
    }),
    ...record({
      key: 'airfield',
      statement: 'The old airfield at Skarn stayed open.',
      on: null,
      source: {
        url: 'https://aviation.osmere.example/airfields/active',
        title: 'List of active airfields',
        publisherName: 'Osmere Aviation Office',
        publishedOn: ago(255),
        excerpt: 'Skarn: military, active, two runways.',
      },
      resolves: ['airfield'],
      at: at(250, '10:00'),
      by: 'nia',
      decided: { by: 'ingrid', at: at(249, '10:20') },
    }),
    finish('bases', at(454, '08:50'), 'pavel'),
  ]
}
