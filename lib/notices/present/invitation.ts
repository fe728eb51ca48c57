import { escapeHtml, htmlDocument, MAIL_COLOURS } from './html'

export type InvitationFacts = {
  newsroomName: string
  invitedBy: string
  url: string
  /** Until when the link opens, in words. */
  until: string
}

const { ink, soft, accent } = MAIL_COLOURS

/** The mail that invites a colleague: who invites, one link, and how long it opens. */
export function invitationMail({ newsroomName, invitedBy, url, until }: InvitationFacts) {
  const subject = `${invitedBy} invites you to ${newsroomName}`.replace(/\s+/g, ' ')
  const what = `${invitedBy} invites you to check facts at ${newsroomName}. Choose a password and join:`
  const note = `The link works once, until ${until}. If you did not expect it, leave it alone: without it nothing happens.`
  return {
    subject,
    text: `${what}\n\n${url}\n\n${note}`,
    html: htmlDocument(
      subject,
      `<h1 style="margin:0;font:600 21px/1.3 'Source Serif 4',Georgia,serif" ${ink}>Join ${escapeHtml(newsroomName)}</h1>
<p style="margin:12px 0 0">${escapeHtml(what)}</p>
<p style="margin:20px 0 0;font-size:17px;word-break:break-all"><a href="${escapeHtml(url)}" ${accent}>${escapeHtml(url)}</a></p>
<p style="margin:28px 0 0;font-size:13px" ${soft}>${escapeHtml(note)}</p>`,
    ),
  }
}
