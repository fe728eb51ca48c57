/** Who said it, with a link where the speaker has a page. */
export function SpeakerName({ speaker }: { speaker: { name: string; slug: string | null } }) {
  return speaker.slug === null ? speaker.name : <a href={`/speakers/${speaker.slug}`}>{speaker.name}</a>
}
