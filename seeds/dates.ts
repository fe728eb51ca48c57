import { addDays, type Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import { type Calendar, halfOf, midMonth, monthOf, nextWeekday } from './calendar'

/** From the day it was said to the end of that month, and to that day. */
const byEndOf = (said: Day, day: Day): Window => ({ from: said, to: monthOf(day).to })
const by = (said: Day, day: Day): Window => ({ from: said, to: day })

/**
 * The days on which the demo's stories turn: articles, what they predict, and what came of it. Texts, windows and outcomes all
 * take them from here, so that they fit whenever the demo is installed.
 */
export function datesOf({ ago }: Calendar) {
  const summit = nextWeekday(ago(72), 2)
  const said = {
    pact: ago(520),
    bases: ago(455),
    exports: ago(400),
    city: ago(345),
    summitHalf: ago(330),
    housing: ago(260),
    transport: ago(210),
    summitMonth: ago(150),
    summitDays: ago(95),
    harbor: ago(40),
    council: ago(24),
    councilChanged: ago(22),
    budget: ago(3),
    film: ago(1),
    firmsFirst: ago(490),
    firmsSecond: ago(350),
    firmsThird: ago(230),
  }
  const exportHalf = halfOf(addDays(halfOf(said.exports).to, 1))
  const troopHalf = halfOf(addDays(halfOf(said.bases).to, 1))
  const month = {
    terminal: midMonth(ago(285)),
    duty: midMonth(ago(420)),
    airfield: midMonth(ago(300)),
    fuelTax: midMonth(ago(340)),
    park: midMonth(ago(255)),
    floodWall: midMonth(ago(285)),
    ferryLine: midMonth(ago(200)),
    buses: midMonth(ago(110)),
    island: midMonth(ago(115)),
    census: midMonth(ago(105)),
    aircraft: midMonth(ago(65)),
    reactors: midMonth(ago(60)),
    stadium: midMonth(ago(90)),
  }
  const firms = {
    ...{ berth: midMonth(ago(400)), transformers: midMonth(ago(380)), branch: midMonth(ago(410)) },
    ...{ bread: midMonth(ago(370)), pass: midMonth(ago(360)), skarn: midMonth(ago(270)), hiring: midMonth(ago(260)) },
    ...{ merger: midMonth(ago(280)), auction: midMonth(ago(250)), dock: midMonth(ago(240)) },
    ...{ ferries: midMonth(ago(150)), mill: midMonth(ago(160)), bridge: midMonth(ago(140)) },
    ...{ tariffs: midMonth(ago(130)), shuttle: midMonth(ago(120)) },
  }
  return {
    said,
    month,
    firms,
    summit: { from: summit, to: addDays(summit, 2) },
    exportHalf,
    troopHalf,
    tunnel: ago(-9),
    tram: nextWeekday(ago(-18), 1),
    customsOffice: ago(-13),
    customsHouse: ago(-26),
    overdue: ago(8),
    inGrace: ago(3),
    housingVote: ago(-21),
    pool: ago(6),
    byEndOf,
    by,
  }
}
export type Dates = ReturnType<typeof datesOf>
