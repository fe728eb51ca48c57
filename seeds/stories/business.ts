import { addDays, daysBetween, laterDay } from '@/lib/core/days'
import { firmsFirst, firmsSecond, firmsThird } from '../articles/business'
import type { Calendar } from '../calendar'
import { monthYear } from '../calendar'
import type { Dates } from '../dates'
import type { Step, Story } from '../step'
import type { DemoArticle } from '../steps/articles'
import { bringIn } from '../steps/articles'
import { open, record } from '../steps/predictions'
import { accept, finish, OWN_VOICE } from '../steps/triage'
import { PLANS, type Plan } from './business-plans'

/** A weekly that looked ahead three times. All its windows have closed, so that its record has something to say. */
export const businessStory: Story = (calendar, dates) =>
  [firmsFirst(dates), firmsSecond(dates), firmsThird(dates)].flatMap((article) => {
    const age = daysBetween(article.publishedOn, calendar.today) - 1
    const plans = PLANS.filter((plan) => plan.article === article.key)
    return [
      ...bringIn(article, calendar.at(age, '07:40')),
      ...plans.flatMap((plan, index) => follow(plan, article, `${10 + 5 * index}`, calendar, dates)),
      finish(article.key, calendar.at(age, '09:30'), 'pavel'),
    ]
  })

/** Taken up, opened, and settled four days after both its window and what happened; `minute` tells it from its neighbours. */
function follow(
  plan: Plan,
  { publishedOn }: DemoArticle,
  minute: string,
  { at, today }: Calendar,
  dates: Dates,
): Step[] {
  const { key, words, short, phrase, came, told } = plan
  const age = daysBetween(publishedOn, today) - 1
  const end = monthYear(dates.firms[key])
  const window = dates.byEndOf(publishedOn, dates.firms[key])
  const happenedOn = came === null ? null : addDays(window.to, came)
  const settledAge = daysBetween(laterDay(window.to, happenedOn ?? window.to), today) - 4
  return [
    ...accept({
      ...{ key, words, article: plan.article, speaker: OWN_VOICE, topics: ['Business'], kind: 'prediction' },
      statement: `${words} by the end of ${end}.`,
      shortForm: `${short} by ${end}`,
      at: at(age, `08:${minute}`),
      by: 'pavel',
    }),
    ...open({
      ...{ claim: key, saidOn: publishedOn, window, windowWords: `by the end of ${end}`, certaintyWords: phrase },
      criteria: 'The firm or the authority concerned says that it is done.',
      at: at(age - 2, `09:${minute}`),
      by: 'pavel',
      decided: { by: 'marco', at: at(age - 3, `09:${minute}`) },
    }),
    ...record({
      key,
      statement: happenedOn ? `${short}.` : `By the end of ${end} this had not come about: ${short}.`,
      on: happenedOn,
      source: {
        url: `https://${told.host}/news/${key}`,
        title: happenedOn ? short : 'Report on the period',
        publisherName: told.by,
        publishedOn: happenedOn ?? addDays(window.to, 1),
        excerpt: told.excerpt,
      },
      resolves: [key],
      at: at(settledAge, `10:${minute}`),
      by: 'nia',
      decided: { by: 'ingrid', at: at(settledAge - 1, `10:${minute}`) },
    }),
  ]
}
