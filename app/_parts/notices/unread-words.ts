export type Unread = { n: number; isMore: boolean }

/** "9+" */
export const unreadCount = ({ n, isMore }: Unread): string => `${n}${isMore ? '+' : ''}`

/** "no unread notices", "1 unread notice", "more than 9 unread notices" */
export function unreadWords({ n, isMore }: Unread): string {
  if (n === 0) return 'no unread notices'
  return `${isMore ? 'more than ' : ''}${n} unread ${n === 1 ? 'notice' : 'notices'}`
}
