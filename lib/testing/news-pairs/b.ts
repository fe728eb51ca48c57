import { equal, months, type NewsPair, year } from './pair'

export const B: readonly NewsPair[] = [
  {
    text: 'Chancellor Berit Amsel will visit Kovra in the first half of 2026.',
    ...{ saidOn: '2025-12-05', window: months('2026-01', '2026-06', 30) },
    later: [
      ['Amsel is to fly to Kovra on April 22, her office confirmed.', '2026-04-02', 'narrows'],
      ['Amsel arrived in Sund on April 22.', '2026-04-23', null],
      ["Amsel's visit to Kovra has been put off until August.", '2026-04-20', 'moves'],
    ],
  },
  {
    text: 'The senate of Ilmar is expected to pass the farm bill in March 2026.',
    ...{ saidOn: '2026-01-12', window: months('2026-03', '2026-03', 31) },
    later: [
      ['The senate of Ilmar approved the farm bill on Wednesday.', '2026-03-20', 'confirms'],
      ['The senate of Ilmar approved the rail bill on Wednesday.', '2026-03-20', null],
      ['The senate of Ilmar rejected the farm bill on Wednesday.', '2026-03-20', 'contradicts'],
    ],
  },
  {
    text: 'Orlo Steel will reopen its mill in Brack in the autumn of 2026.',
    ...{ saidOn: '2026-02-12', window: months('2026-09', '2026-11', 30) },
    later: [
      ['The reopening of the Orlo mill in Brack is set for October 5.', '2026-08-12', 'narrows'],
      ['Orlo Steel reopened its mill in Hask on Monday.', '2026-10-07', null],
    ],
  },
  {
    text: 'The Lisgar museum will open its new wing in June 2026.',
    ...{ saidOn: '2025-12-15', window: months('2026-06', '2026-06', 30) },
    later: [
      ['The new wing of the Lisgar museum was inaugurated on Saturday.', '2026-06-15', 'confirms'],
      ['The new wing of the Lisgar museum will open only in December, its director said.', '2026-05-15', 'moves'],
      ['The Lisgar museum opened its first wing in 1904.', '2026-05-15', null],
    ],
  },
  {
    text: 'Prosecutors will charge Tomas Erl by the end of April 2026.',
    ...{ saidOn: '2026-03-12', window: months('2026-03', '2026-04', 30) },
    later: [
      ['Prosecutors charged Tomas Erl with fraud on Monday.', '2026-04-22', 'confirms'],
      ['Prosecutors will not charge Tomas Erl, a court heard.', '2026-04-22', 'contradicts'],
      ['Prosecutors charged Nils Erland with fraud on Monday.', '2026-04-22', null],
    ],
  },
  {
    text: 'Hanno Brill will retire from sailing after the 2026 regatta.',
    ...{ saidOn: '2026-01-19', window: months('2026-07', '2026-12', 31) },
    later: [
      ['Hanno Brill retired from sailing on Sunday.', '2026-09-14', 'confirms'],
      ['Hanno Brill will race in the 2027 regatta.', '2026-09-14', null],
    ],
  },
  {
    text: 'Governor Ada Quist will not sign the curfew law in 2026.',
    ...{ saidOn: '2026-01-22', window: year(2026), isNegated: true },
    later: [
      ['Governor Ada Quist signed the curfew law on Friday.', '2026-05-18', 'contradicts'],
      ['Governor Ada Quist signed the harbour law on Friday.', '2026-05-18', null],
    ],
  },
  {
    text: 'The Reserve Bank of Pelle is expected to raise interest rates in November 2026.',
    ...{ saidOn: '2026-09-10', window: months('2026-11', '2026-11', 30) },
    later: [
      ['The Reserve Bank of Pelle increased interest rates on Tuesday.', '2026-11-12', 'confirms'],
      ['The Reserve Bank of Pelle will cut interest rates in November.', '2026-10-12', null],
      [
        'The Reserve Bank of Pelle will not raise interest rates this year, its governor said.',
        '2026-10-12',
        'contradicts',
      ],
    ],
  },
  {
    text: 'Train drivers in Lund will strike on 11 March 2026.',
    ...{ saidOn: '2026-03-02', window: { from: '2026-03-11', to: '2026-03-11' } },
    later: [
      ['The walkout of train drivers in Lund began on 11 March.', '2026-03-12', 'confirms'],
      ['Train drivers in Lund cancelled their strike.', '2026-03-10', 'contradicts'],
      ['Bus drivers in Oden will strike on 11 March.', '2026-03-08', null],
    ],
  },
  {
    text: 'Astrid Labs will release its vaccine in the second quarter of 2026.',
    ...{ saidOn: '2025-11-20', window: months('2026-04', '2026-06', 30) },
    later: [
      ['The release of the Astrid Labs vaccine has been delayed until October.', '2026-05-03', 'moves'],
      ['Astrid Labs released its vaccine on May 12.', '2026-05-13', 'confirms'],
      ['Astrid Labs released its annual report on May 12.', '2026-05-13', null],
    ],
  },
  {
    text: 'The leaders of Cardin and Velo will hold a summit in Oster in May 2026.',
    ...{ saidOn: '2026-02-02', window: months('2026-05', '2026-05', 31) },
    later: [
      ['The leaders of Cardin and Velo will meet in Oster on May 17.', '2026-04-25', 'narrows'],
      ['The summit of Cardin and Velo in Oster was called off.', '2026-05-10', 'contradicts'],
      ['The leaders of Cardin and Brae will meet in Oster on May 17.', '2026-04-25', null],
    ],
  },
  {
    text: 'Bank chief Ruben Arkady is expected to step down in July 2026.',
    ...{ saidOn: '2026-05-11', window: months('2026-07', '2026-07', 31) },
    later: [
      ['Bank chief Ruben Arkady resigned on Monday.', '2026-07-14', 'confirms'],
      ['Bank chief Ruben Arkady sold his house in July.', '2026-07-14', null],
    ],
  },
  {
    text: 'The city of Marle will introduce a congestion charge in January 2027.',
    ...{ saidOn: '2026-05-05', window: months('2027-01', '2027-01', 31) },
    later: [
      ['The city of Marle introduced its congestion charge on Monday.', '2027-01-06', 'confirms'],
      ['The congestion charge in Marle will be introduced on 15 January 2027.', '2026-11-05', 'narrows'],
      ['The city of Marle will introduce a tourist tax in January 2027.', '2026-11-05', null],
    ],
  },
  {
    text: 'Skylark will deliver its first electric ferry to Hjelm in August 2026.',
    ...{ saidOn: '2026-01-25', window: months('2026-08', '2026-08', 31) },
    later: [
      ['The delivery of the first electric ferry to Hjelm by Skylark is now due in December.', '2026-07-25', 'moves'],
      ['Skylark delivered its first electric ferry to Hjelm on Friday.', '2026-08-24', 'confirms'],
      ['Skylark delivered a diesel ferry to Tofte on Friday.', '2026-08-24', null],
    ],
  },
  {
    text: 'Karst will ratify the nuclear accord in 2026.',
    ...{ saidOn: '2026-02-07', window: year(2026) },
    later: [
      ['The parliament of Karst ratified the nuclear accord on Thursday.', '2026-10-02', 'confirms'],
      ['Karst refused to ratify the nuclear accord on Thursday.', '2026-10-02', 'contradicts'],
      ['Karst ratified the trade accord on Thursday.', '2026-10-02', null],
    ],
  },
  {
    text: 'Troops from Brenn will arrive in Sable in September 2026.',
    ...{ saidOn: '2026-06-01', window: months('2026-09', '2026-09', 30) },
    later: [
      ['Troops from Brenn arrived in Sable on Tuesday.', '2026-09-17', 'confirms'],
      ['The arrival of troops from Brenn in Sable is expected on September 8.', '2026-08-17', 'narrows'],
      ['Doctors from Brenn arrived in Costa on Tuesday.', '2026-09-17', null],
    ],
  },
  {
    text: 'The referendum on the Haldane dam will be held in November 2026.',
    ...{ saidOn: '2026-04-13', window: months('2026-11', '2026-11', 30) },
    later: [
      ['Voters will decide on the Haldane dam in a referendum on November 22.', '2026-09-13', 'narrows'],
      ['The referendum on the Haldane dam was held on Sunday.', '2026-11-24', 'confirms'],
      ['The referendum on the Pryce quarry was held on Sunday.', '2026-11-24', null],
    ],
  },
  {
    text: 'Marlow Energy will build two wind farms off Skerry by 2028.',
    ...{ saidOn: '2026-01-04', window: { from: '2026-01-04', to: '2028-12-31' } },
    later: [
      ['Marlow Energy abandoned its two wind farms off Skerry.', '2026-12-04', 'contradicts'],
      [
        'The construction of two wind farms off Skerry by Marlow Energy will be completed in May 2027.',
        '2026-12-04',
        'narrows',
      ],
      ['Marlow Energy will build a pipeline to Skerry by 2028.', '2026-12-04', null],
    ],
  },
  {
    text: 'Rebels will release the hostages of Taym before 10 June 2026, a mediator said.',
    ...{ saidOn: '2026-05-28', window: { from: '2026-05-28', to: '2026-06-09' } },
    later: [
      ['Rebels released the hostages of Taym on Monday.', '2026-06-02', 'confirms'],
      ['The rebels failed to release the hostages of Taym.', '2026-06-11', 'contradicts'],
    ],
  },
  {
    text: 'Deputy premier Lotte Harm will lead the party from May 2026.',
    ...{ saidOn: '2026-03-10', window: months('2026-05', '2026-05', 31) },
    later: [
      ['Lotte Harm was elected leader of the party on Saturday.', '2026-05-12', 'confirms'],
      ['Lotte Harm will speak in the parliament of Ebba in May.', '2026-04-12', null],
    ],
  },
  {
    text: 'Inspectors will return to the Farrow reactor in August 2026.',
    ...{ saidOn: '2026-06-17', window: months('2026-08', '2026-08', 31) },
    later: [
      ['Inspectors returned to the Farrow reactor on Wednesday.', '2026-08-20', 'confirms'],
      ["The inspectors' return to the Farrow reactor has been postponed indefinitely.", '2026-08-20', 'contradicts'],
      ['Engineers will return to the Dell reactor in August.', '2026-07-20', null],
    ],
  },
  {
    text: 'Inflation in Ebba is expected to fall to 2 percent in 2026.',
    ...{ saidOn: '2025-11-13', window: year(2026), target: equal('2', 'percent', '0.5') },
    later: [
      ['Inflation in Ebba will be 3.4 percent in 2026, the bank said.', '2026-06-13', 'contradicts'],
      ['Inflation in Ebba stood at 2.2 percent in 2026.', '2027-01-13', 'confirms'],
      ['Unemployment in Ebba stood at 5.1 percent in 2026.', '2027-01-13', null],
      ['Inflation in Karst stood at 5.1 percent in 2026.', '2027-01-13', null],
    ],
  },
  {
    text: 'The Sund canal will cost $4 billion by 2028.',
    ...{ saidOn: '2026-01-13', window: year(2028), target: equal('4000000000', 'USD', '500000000') },
    later: [
      ['The Sund canal will cost $6.5 billion by 2028, auditors said.', '2026-06-13', 'contradicts'],
      ['The Sund canal will cost 4.1 billion euros by 2028, auditors said.', '2026-06-13', null],
      ['The Delmar canal will cost $6.5 billion by 2028, auditors said.', '2026-06-13', null],
    ],
  },
]
