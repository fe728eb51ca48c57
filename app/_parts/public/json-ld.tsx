import { jsonForScript } from '@/lib/publishing/present'

/** Structured data for search engines, written so that no string in it can end the element. */
export function JsonLd({ data }: { data: unknown }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonForScript escapes every "<"; tested in lib/publishing
      dangerouslySetInnerHTML={{ __html: jsonForScript(data) }}
    />
  )
}
