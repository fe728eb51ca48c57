import { equal, months, type NewsPair, year } from './pair'

export const A: readonly NewsPair[] = [
  {
    text: 'Prime Minister Odran Felk is expected to travel to Tessaly in the autumn of 2026.',
    ...{ saidOn: '2026-03-02', window: months('2026-09', '2026-11', 30) },
    later: [
      ["Felk's trip to Tessaly will take place from October 12 to 14, his spokesman said.", '2026-08-20', 'narrows'],
      ['Felk will travel to Norhaven from October 12 to 14, his spokesman said.', '2026-08-20', null],
      ['Felk traveled to Tessaly in 2021 to sign a fishing pact.', '2026-08-20', null],
    ],
  },
  {
    text: 'The parliament of Corvania will vote on the water bill by June 2026.',
    ...{ saidOn: '2026-01-14', window: months('2026-01', '2026-06', 30) },
    later: [
      ['Lawmakers in Corvania voted on the water bill on Tuesday.', '2026-05-14', 'confirms'],
      ['The vote of the Corvania parliament on the water bill has been postponed to September.', '2026-05-20', 'moves'],
      ['The parliament of Corvania will vote on the housing bill in May.', '2026-04-02', null],
    ],
  },
  {
    text: 'Halvard Motors plans to close its plant in Ruskin by the end of 2026.',
    ...{ saidOn: '2026-02-09', window: months('2026-02', '2026-12', 31) },
    later: [
      ['Halvard Motors shut its Ruskin plant on Friday.', '2026-10-18', 'confirms'],
      [
        'The closure of the Halvard plant in Ruskin has been called off, the company said.',
        '2026-07-03',
        'contradicts',
      ],
      ['Halvard Motors plans to close its plant in Delby by the end of 2026.', '2026-07-03', null],
    ],
  },
  {
    text: 'The new bridge over the Aune will open to traffic in May 2026.',
    ...{ saidOn: '2025-11-04', window: months('2026-05', '2026-05', 31) },
    later: [
      [
        'The inauguration of the Aune bridge will not take place before July, officials said.',
        '2026-04-20',
        'contradicts',
      ],
      ['The Aune bridge was opened to traffic on May 9.', '2026-05-11', 'confirms'],
      ['The bridge over the Aune was built in 1931.', '2026-05-11', null],
    ],
  },
  {
    text: 'Judge Mirela Sand is to deliver her verdict in the Corbett trial in March 2026.',
    ...{ saidOn: '2026-01-20', window: months('2026-03', '2026-03', 31) },
    later: [
      ['Judge Mirela Sand will deliver the verdict in the Corbett trial on March 19.', '2026-02-27', 'narrows'],
      ['Judge Mirela Sand will hear witnesses in the Dorn trial in March.', '2026-02-27', null],
    ],
  },
  {
    text: 'Pellworth United will move into its new stadium before the 2026 season.',
    ...{ saidOn: '2025-09-01', window: months('2025-09', '2026-07', 31) },
    later: [['Pellworth United moved into its new stadium on Saturday.', '2026-07-06', 'confirms']],
  },
  {
    text: 'President Ilse Brandvik said she would not run for a second term in 2027.',
    ...{ saidOn: '2026-02-01', window: year(2027), isNegated: true },
    later: [
      ['Brandvik will run for a second term in 2027, her party said.', '2026-09-10', 'contradicts'],
      ['Brandvik will not run for a second term, she said again on Monday.', '2026-09-10', 'confirms'],
    ],
  },
  {
    text: 'The central bank of Ostia is expected to cut its key rate in June 2026.',
    ...{ saidOn: '2026-04-08', window: months('2026-06', '2026-06', 30) },
    later: [
      ['The central bank of Ostia lowered its key rate on Thursday.', '2026-06-12', 'confirms'],
      ['The central bank of Ostia will raise its key rate in June, analysts said.', '2026-05-12', null],
      ['The central bank of Marn is expected to cut its key rate in June.', '2026-05-12', null],
    ],
  },
  {
    text: 'The miners of Gorran will go on strike on 4 May 2026, their union said.',
    ...{ saidOn: '2026-04-20', window: { from: '2026-05-04', to: '2026-05-04' } },
    later: [
      ['The strike of the Gorran miners was called off after talks at night.', '2026-05-03', 'contradicts'],
      ['The nurses of Gorran will go on strike on 4 May, their union said.', '2026-04-28', null],
    ],
  },
  {
    text: 'Nordlys will launch its first rocket from Vardal in 2026.',
    ...{ saidOn: '2025-10-10', window: year(2026) },
    later: [
      ["The launch of Nordlys's first rocket from Vardal is scheduled for 3 April.", '2026-02-10', 'narrows'],
      ['Nordlys delayed the launch of its first rocket from Vardal to the spring of 2027.', '2026-11-10', 'moves'],
      ['Nordlys sold its offices in Vardal in January 2026.', '2026-02-10', null],
    ],
  },
  {
    text: 'Envoys of Lemar and Toska will meet in Quill in April 2026.',
    ...{ saidOn: '2026-02-16', window: months('2026-04', '2026-04', 30) },
    later: [
      ['The talks between envoys of Lemar and Toska in Quill will begin on April 6.', '2026-03-30', 'narrows'],
      ['Envoys of Lemar and Toska met in Quill in April 2019.', '2026-03-30', null],
    ],
  },
  {
    text: 'Renata Holm is expected to resign as health minister by the end of May 2026.',
    ...{ saidOn: '2026-05-02', window: months('2026-05', '2026-05', 31) },
    later: [
      ['Health Minister Renata Holm quit on Wednesday.', '2026-05-22', 'confirms'],
      ['Holm will not resign as health minister, her office said.', '2026-05-14', 'contradicts'],
      ['Finance Minister Jarek Holt quit on Wednesday.', '2026-05-22', null],
    ],
  },
  {
    text: 'The government of Arlen will publish its climate report in September 2026.',
    ...{ saidOn: '2026-05-19', window: months('2026-09', '2026-09', 30) },
    later: [
      ['The climate report of the Arlen government was published on Tuesday.', '2026-09-24', 'confirms'],
      ['The release of the Arlen climate report is now planned for November.', '2026-09-12', 'moves'],
      ['The government of Arlen published its budget on Tuesday.', '2026-09-24', null],
    ],
  },
  {
    text: 'Cassel Air will resume flights to Mirova in the summer of 2026.',
    ...{ saidOn: '2026-01-30', window: months('2026-06', '2026-08', 31) },
    later: [
      ['Cassel Air will resume its flights to Mirova on June 21.', '2026-04-14', 'narrows'],
      ['Cassel Air dropped its plan to resume flights to Mirova.', '2026-05-02', 'contradicts'],
      ['Cassel Air will resume flights to Tolla on June 21.', '2026-04-14', null],
    ],
  },
  {
    text: 'Ederra will sign the fisheries treaty in 2026, its foreign minister said.',
    ...{ saidOn: '2026-01-11', window: year(2026) },
    later: [
      ['Ederra signed the fisheries treaty on Monday.', '2026-08-12', 'confirms'],
      ['The signing of the fisheries treaty by Ederra fell through.', '2026-08-12', 'contradicts'],
      ['Ederra signed the border treaty on Monday.', '2026-08-12', null],
    ],
  },
  {
    text: 'The trial of banker Loris Vane will begin in February 2026.',
    ...{ saidOn: '2025-12-01', window: months('2026-02', '2026-02', 28) },
    later: [
      ['The trial of Loris Vane began on Monday.', '2026-02-11', 'confirms'],
      ['The trial of Petra Vane will begin in February, a court said.', '2026-01-20', null],
    ],
  },
  {
    text: 'Tarnbrook will elect a new mayor in October 2026.',
    ...{ saidOn: '2026-03-03', window: months('2026-10', '2026-10', 31) },
    later: [
      ['The election of a new mayor in Tarnbrook will be held on October 18.', '2026-08-03', 'narrows'],
      ['Tarnbrook elected its mayor Una Pell in 2022.', '2026-08-03', null],
    ],
  },
  {
    text: 'Gillam Foods is expected to buy the dairy Fennel by the summer of 2026.',
    ...{ saidOn: '2026-02-24', window: months('2026-02', '2026-08', 31) },
    later: [
      ['Gillam Foods bought the dairy Fennel on Thursday.', '2026-06-20', 'confirms'],
      ['The purchase of the dairy Fennel by Gillam Foods was scrapped.', '2026-06-20', 'contradicts'],
    ],
  },
  {
    text: 'Army units of Sorrel will withdraw from the Pass of Ghent by 1 July 2026.',
    ...{ saidOn: '2026-05-05', window: { from: '2026-05-05', to: '2026-07-01' } },
    later: [
      ['Sorrel withdrew its army units from the Pass of Ghent on Sunday.', '2026-06-29', 'confirms'],
      [
        'Sorrel will not withdraw its army units from the Pass of Ghent, its general said.',
        '2026-06-12',
        'contradicts',
      ],
    ],
  },
  {
    text: 'The Delmar tunnel will be completed in 2027.',
    ...{ saidOn: '2026-01-08', window: year(2027) },
    later: [
      ['The completion of the Delmar tunnel is not expected before 2029.', '2026-10-08', 'contradicts'],
      ['The Delmar tunnel will be finished in the spring of 2027.', '2026-10-08', 'narrows'],
    ],
  },
  {
    text: 'Vellmar will host the winter games of 2030, its mayor predicted.',
    ...{ saidOn: '2026-01-08', window: year(2030) },
    later: [
      ['Vellmar will not host the winter games of 2030, the committee said.', '2026-06-08', 'contradicts'],
      ['Vellmar will host the book fair in 2027.', '2026-06-08', null],
    ],
  },
  {
    text: 'The economy of Norvia will grow by 3.3 percent in 2026, the central bank said.',
    ...{ saidOn: '2025-12-08', window: year(2026), target: equal('3.3', 'percent', '0.05') },
    later: [
      ['The economy of Norvia will grow by 2.9 percent in 2026, the ministry said.', '2026-05-08', 'contradicts'],
      ['Growth of the Norvia economy in 2026 is put at 3.3 percent.', '2026-08-08', 'confirms'],
      ['The economy of Norvia will grow by 2.1 percent in 2027, the ministry said.', '2026-05-08', null],
      ['The economy of Lemar will grow by 2.9 percent in 2026, the ministry said.', '2026-05-08', null],
      ['The economy of Norvia grew by 2.8 percent in 2026.', '2027-01-28', 'contradicts'],
    ],
  },
  {
    text: 'Toska will spend 2% of GDP on defence in 2027.',
    saidOn: '2026-02-03',
    window: year(2027),
    target: { comparator: 'at_least', targetValue: '2', targetUnit: 'percent of GDP', tolerance: null },
    later: [
      ['Toska will spend 1.8% of GDP on defence in 2027, its minister said.', '2026-09-03', 'contradicts'],
      ['Toska spent 2.1% of GDP on defence in 2027.', '2028-02-03', 'confirms'],
      ['Toska will spend 4% of GDP on schools in 2027.', '2026-09-03', null],
    ],
  },
]
