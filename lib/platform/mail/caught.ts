import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { newId } from '@/lib/core/ids'
import { bytesOf, type Mail } from './message'

/** A mail that was written into the folder in place of being sent: its particulars, beside the message itself (.eml). */
const CaughtMail = z.object({
  id: z.uuid(),
  caughtAt: z.iso.datetime(),
  from: z.string(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  unsubscribeUrl: z.string().optional(),
})
export type CaughtMail = z.infer<typeof CaughtMail>

/** So many are kept; older ones go. */
const KEPT = 200

/** Writes a mail into the folder. Ids are in order of time. */
export async function catchMail(mail: Mail, { folder, from }: { folder: string; from: string }): Promise<void> {
  const id = newId()
  const caught = CaughtMail.parse({ ...mail, id, from, caughtAt: new Date().toISOString() })
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, `${id}.eml`), await bytesOf(mail, from))
  // The page lists these: one appears whole, or not yet.
  const file = path.join(folder, `${id}.json`)
  await writeFile(`${file}.part`, JSON.stringify(caught, null, 2))
  await rename(`${file}.part`, file)
  for (const old of (await idsIn(folder)).slice(KEPT))
    for (const ending of ['json', 'eml']) await rm(path.join(folder, `${old}.${ending}`), { force: true })
}

/** What was caught, the newest first; unreadable files are passed over. */
export async function listCaught(folder: string): Promise<CaughtMail[]> {
  const mails = await Promise.all((await idsIn(folder)).map((id) => readCaught(folder, id)))
  return mails.filter((mail) => mail !== null)
}

/** One of them; null where there is none. `id` is a uuid, so it never leads out of the folder. */
export async function readCaught(folder: string, id: string): Promise<CaughtMail | null> {
  if (!z.uuid().safeParse(id).success) return null
  try {
    const parsed = CaughtMail.safeParse(JSON.parse(await readFile(path.join(folder, `${id}.json`), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

async function idsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => [])
  return files
    .flatMap((file) => /^([0-9a-f-]{36})\.json$/.exec(file)?.[1] ?? [])
    .sort()
    .reverse()
}
