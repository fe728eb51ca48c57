import type { Dates } from '../dates'

type Article = 'firms-first' | 'firms-second' | 'firms-third'

export type Plan = {
  article: Article
  key: keyof Dates['firms']
  /** As the article has it, up to the window. */
  words: string
  phrase: 'plans to' | 'may' | 'is expected to' | 'set to'
  /** Said as if done: with the month it is the short form. */
  short: string
  /** What happened, so many days after the window's last day (before it: negative); null: nothing. */
  came: number | null
  /** Who told of it, and in which words. */
  told: { by: string; host: string; excerpt: string }
}

const okell = (excerpt: string) => ({ by: 'Okell', host: 'okell.example', excerpt })
const eastgrid = (excerpt: string) => ({ by: 'Eastgrid', host: 'eastgrid.example', excerpt })
const bank = (excerpt: string) => ({ by: 'The Strait Bank', host: 'strait-bank.example', excerpt })
const norwind = (excerpt: string) => ({ by: 'Norwind Air', host: 'norwind.example', excerpt })
const tessel = (excerpt: string) => ({ by: 'Tessel', host: 'tessel.example', excerpt })
const norhaven = (excerpt: string) => ({ by: 'Port of Norhaven', host: 'norhaven-port.example', excerpt })

const first = { article: 'firms-first' } as const
const second = { article: 'firms-second' } as const
const third = { article: 'firms-third' } as const

export const PLANS: readonly Plan[] = [
  {
    ...{ ...first, key: 'berth', phrase: 'plans to', came: -12 },
    words: 'Okell plans to add a second berth for car carriers',
    short: 'Okell adds a second berth for cars',
    told: okell('Since Monday two car carriers can lie here at once.'),
  },
  {
    ...{ ...first, key: 'transformers', phrase: 'plans to', came: -3 },
    words: 'Eastgrid plans to replace 300 transformers',
    short: 'Eastgrid replaces 300 transformers',
    told: eastgrid('Transformer number 300 went into service this week.'),
  },
  {
    ...{ ...first, key: 'branch', phrase: 'may', came: null },
    words: 'The Strait Bank may open a branch in Marenne',
    short: 'The Strait Bank opens in Marenne',
    told: bank('Our branches: Norhaven, Port Aldis, Ostrand.'),
  },
  {
    ...{ ...first, key: 'bread', phrase: 'may', came: -30 },
    words: 'Bakery chain Halm may stop selling bread on Sundays',
    short: 'Halm sells no bread on Sundays',
    told: { by: 'Halm', host: 'halm-bakers.example', excerpt: 'From this week our shops rest on Sundays.' },
  },
  {
    ...{ ...first, key: 'pass', phrase: 'is expected to', came: -20 },
    words: 'The price of the sea pass is expected to rise',
    short: 'The sea pass costs more',
    told: norhaven('The monthly sea pass costs 84 from today, after 79 before.'),
  },
  {
    ...{ ...second, key: 'skarn', phrase: 'plans to', came: 24 },
    words: 'Norwind Air plans to fly to Skarn',
    short: 'Norwind Air flies to Skarn',
    told: norwind('Our first aircraft landed in Skarn this morning.'),
  },
  {
    ...{ ...second, key: 'hiring', phrase: 'plans to', came: null },
    words: 'Cable maker Tessel plans to hire 200 people',
    short: 'Tessel hires 200 people',
    told: tessel('We took on 64 people in the period under report.'),
  },
  {
    ...{ ...second, key: 'merger', phrase: 'may', came: null },
    words: 'The Strait Bank may merge with Marenne Savings',
    short: 'Strait Bank and Marenne Savings merge',
    told: bank('Talks with Marenne Savings ended without a result.'),
  },
  {
    ...{ ...second, key: 'auction', phrase: 'may', came: null },
    words: 'The fish auction in Norhaven may move online',
    short: 'Norhaven’s fish auction goes online',
    told: norhaven('The auction goes on in hall two, each morning at five.'),
  },
  {
    ...{ ...second, key: 'dock', phrase: 'set to', came: -8 },
    words: 'The new grain dock is set to open',
    short: 'Norhaven’s grain dock opens',
    told: norhaven('The first barley was loaded at the new dock today.'),
  },
  {
    ...{ ...third, key: 'ferries', phrase: 'plans to', came: -15 },
    words: 'Okell plans to sell four older ferries',
    short: 'Okell sells four older ferries',
    told: okell('The last of the four ferries was handed to its buyer.'),
  },
  {
    ...{ ...third, key: 'mill', phrase: 'may', came: null },
    words: 'Tessel may close its mill at Skarn',
    short: 'Tessel closes its mill at Skarn',
    told: tessel('Skarn: 90 workers, production as planned.'),
  },
  {
    ...{ ...third, key: 'bridge', phrase: 'is expected to', came: -5 },
    words: 'The toll bridge at Ostrand is expected to be finished',
    short: 'Ostrand’s toll bridge is finished',
    told: { by: 'Town of Ostrand', host: 'ostrand.example', excerpt: 'The bridge was taken over from its builders.' },
  },
  {
    ...{ ...third, key: 'tariffs', phrase: 'is expected to', came: -2 },
    words: 'Eastgrid is expected to publish its new tariffs',
    short: 'Eastgrid publishes its tariffs',
    told: eastgrid('Tariffs for households and small firms, as of today.'),
  },
  {
    ...{ ...third, key: 'shuttle', phrase: 'set to', came: 11 },
    words: 'Norwind Air is set to take over the airport shuttle',
    short: 'Norwind Air runs the airport shuttle',
    told: norwind('The shuttle has been ours since Monday.'),
  },
]
