import type { Day } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { escapeHtml, htmlDocument, MAIL_COLOURS } from './html'

type Item = { title: string; why: string | null; path: string }
type Queue = { title: string; count: number; isMore: boolean; path: string; items: readonly Item[] }

export type DigestFacts = {
  name: string
  newsroomName: string
  day: Day
  /** The hour it is sent at. */
  hour: number
  queues: readonly Queue[]
  /** The public address of the site, without a slash at its end. */
  site: string
  /** Switches it off without signing in; null where nothing can be signed. */
  unsubscribeUrl: string | null
}

const TITLE_MAX = 200
const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= TITLE_MAX ? line : `${line.slice(0, TITLE_MAX).trimEnd()} …`
}

const counted = ({ count, isMore }: Pick<Queue, 'count' | 'isMore'>): string => `${count}${isMore ? '+' : ''}`
const moreOf = ({ count, isMore, items }: Queue): string | null =>
  count > items.length || isMore ? `and ${count - items.length}${isMore ? '+' : ''} more` : null

/** "07:00" */
export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** The mail that tells a person what waits: the same in plain text and in HTML. Links go to the desk, which asks who it is. */
export function digestMail(facts: DigestFacts): { subject: string; text: string; html: string } {
  const { queues, newsroomName } = facts
  const all = queues.reduce((sum, { count }) => sum + count, 0)
  const isMore = queues.some((queue) => queue.isMore)
  const waits = all === 1 ? '1 thing waits for you' : `${all}${isMore ? '+' : ''} things wait for you`
  return {
    subject: `${waits} at ${cut(newsroomName)}`,
    text: textOf(facts, waits),
    html: htmlOf(facts, waits),
  }
}

function textOf({ name, newsroomName, day, queues, site, hour, unsubscribeUrl }: DigestFacts, waits: string): string {
  const parts = queues.map((queue) => {
    const items = queue.items.map(({ title, why, path }) =>
      [`- ${cut(title)}`, why ? `  ${cut(why)}` : null, `  ${site}${path}`].filter((line) => line !== null).join('\n'),
    )
    const more = moreOf(queue)
    return [
      `${queue.title.toUpperCase()} (${counted(queue)})`,
      ...items,
      ...(more ? [`${more}: ${site}${queue.path}`] : []),
    ].join('\n\n')
  })
  return [
    `${name}, ${waits} at ${newsroomName}. ${formatDay(day)}`,
    ...parts,
    `The desk: ${site}/desk`,
    [
      `-- \nThis comes at ${hourWords(hour)}, on days when something waits for you.`,
      `Another hour, or never: ${site}/desk/account#digest`,
      ...(unsubscribeUrl ? [`Switch it off without signing in: ${unsubscribeUrl}`] : []),
    ].join('\n'),
  ].join('\n\n\n')
}

const { ink, soft, rule, accent } = MAIL_COLOURS

function htmlOf({ newsroomName, day, queues, site, hour, unsubscribeUrl }: DigestFacts, waits: string): string {
  const link = (path: string, words: string) =>
    `<a href="${escapeHtml(site + path)}" ${accent}>${escapeHtml(words)}</a>`
  const parts = queues.map((queue) => {
    const items = queue.items.map(
      ({ title, why, path }) => `<li style="margin:0;padding:10px 0;border-top:1px solid" ${rule}>
<a href="${escapeHtml(site + path)}" style="font:17px/1.4 'Source Serif 4',Georgia,serif;text-decoration:none" ${accent}>${escapeHtml(cut(title))}</a>${
        why ? `<div style="font-size:13px" ${soft}>${escapeHtml(cut(why))}</div>` : ''
      }</li>`,
    )
    const more = moreOf(queue)
    return `<h2 style="margin:28px 0 6px;font-size:15px;line-height:1.4" ${ink}>${escapeHtml(queue.title)} <span style="font-weight:normal" ${soft}>${counted(queue)}</span></h2>
<ul style="margin:0;padding:0;list-style:none">
${items.join('\n')}
</ul>${more ? `\n<p style="margin:4px 0 0;font-size:15px">${link(queue.path, more)}</p>` : ''}`
  })
  const off = unsubscribeUrl
    ? ` <a href="${escapeHtml(unsubscribeUrl)}" ${soft}>Switch it off without signing in</a>.`
    : ''
  return htmlDocument(
    waits,
    `<p style="margin:0;font-size:13px" ${soft}>${escapeHtml(cut(newsroomName))} · ${formatDay(day)}</p>
<h1 style="margin:4px 0 0;font:600 21px/1.3 'Source Serif 4',Georgia,serif" ${ink}>${escapeHtml(waits)}</h1>
${parts.join('\n')}
<p style="margin:28px 0 0;font-size:15px">${link('/desk', 'Open the desk')}</p>
<p style="margin:28px 0 0;padding-top:12px;border-top:1px solid;font-size:13px" class="rule soft">This comes at ${hourWords(hour)}, on days when something waits for you. <a href="${escapeHtml(site)}/desk/account#digest" ${soft}>Choose another hour, or never</a>.${off}</p>`,
  )
}
