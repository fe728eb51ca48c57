import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { requireCopyFile } from '@/lib/evidence/queries/copies'
import { route } from '@/lib/web/route'

/**
 * The bytes of a copy as they came, for the desk alone. A picture is shown; everything else is saved, never opened here: it is
 * somebody else's file. Its type is what its content says.
 */
export const GET = route({
  access: 'signed-in',
  params: z.object({ copyId: Id }),
  handler: async ({ ctx, params }) => {
    const { bytes, mediaType, kind, name } = await requireCopyFile(ctx, params.copyId)
    const isShown = kind === 'picture'
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': isShown ? mediaType : 'application/octet-stream',
        'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(fileName(name, mediaType))}`,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cache-Control': 'private, no-store',
      },
    })
  },
})

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'text/html': 'html.txt',
  'text/plain': 'txt',
}

function fileName(name: string, mediaType: string): string {
  const ending = ENDINGS[mediaType] ?? 'bin'
  const bare = name
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .slice(0, 80)
  return bare.toLowerCase().endsWith(`.${ending}`) ? bare : `${bare || 'source'}.${ending}`
}
