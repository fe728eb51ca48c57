import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getBlob, putBlob } from './blobs'
import { bucketStore } from './bucket'
import { folderStore } from './folder'
import type { BlobStore } from './store'

const page = new TextEncoder().encode(`<html>${'<p>The ferry carried 1,200 people.</p>'.repeat(500)}</html>`)
const PAGE_HASH = /^[0-9a-f]{64}$/

let folder: string
let s3: S3rver
let bucket: BlobStore
let bucketUrl: string
const login = { region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' }

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'blobs-'))
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(folder, 's3'),
    configureBuckets: [{ name: 'desk', configs: [] }],
  })
  const { port } = await s3.run()
  bucketUrl = `http://127.0.0.1:${port}/desk`
  bucket = bucketStore({ url: bucketUrl, ...login })
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true, force: true })
})

const files = async (of: string): Promise<string[]> =>
  (await readdir(of, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name)

describe.each([
  ['a folder', () => folderStore(path.join(folder, 'kept'))],
  ['a bucket', () => bucket],
])('in %s', (_where, storeOf) => {
  test('bytes come back as they were, by their hash', async () => {
    const hash = await putBlob(page, storeOf())
    expect(hash).toMatch(PAGE_HASH)
    expect(await putBlob(page, storeOf())).toBe(hash)
    expect(await getBlob(hash, storeOf())).toEqual(Buffer.from(page))
    const empty = await putBlob(new Uint8Array(), storeOf())
    expect(await getBlob(empty, storeOf())).toEqual(Buffer.from(''))
  })

  test('what was never kept is null', async () => {
    expect(await getBlob('0'.repeat(64), storeOf())).toBeNull()
  })

  test('only a hash names something', async () => {
    await expect(getBlob('../../etc/passwd', storeOf())).rejects.toThrow(RangeError)
  })
})

describe('in a folder', () => {
  test('it is compressed, one file for the same bytes written at the same time, nothing half-written beside it', async () => {
    const own = path.join(folder, 'at-once')
    const hashes = await Promise.all(Array.from({ length: 8 }, () => putBlob(page, folderStore(own))))
    expect(new Set(hashes).size).toBe(1)
    expect(await files(own)).toEqual([`${hashes[0]}.br`])
    const packed = await readFile(path.join(own, `${hashes[0]?.slice(0, 2)}/${hashes[0]}.br`))
    expect(packed.byteLength * 10).toBeLessThan(page.byteLength)
  })

  test('bytes that were changed on the disk are not handed out', async () => {
    const own = path.join(folder, 'changed')
    const hash = await putBlob(page, folderStore(own))
    const other = await putBlob(new TextEncoder().encode('another page'), folderStore(own))
    const at = (name: string) => path.join(own, name.slice(0, 2), `${name}.br`)
    await writeFile(at(hash), await readFile(at(other)))
    await expect(getBlob(hash, folderStore(own))).rejects.toThrow('is damaged')
  })
})

test('a bucket that refuses is told as such', async () => {
  const stranger = bucketStore({ url: bucketUrl, ...login, key: 'SOMEBODY' })
  await expect(putBlob(page, stranger)).rejects.toThrow('the bucket answered 403')
})
