// What was made from what: a hash of the sources beside each product, so that nothing is made again without need. A
// stamp is taken away before its product is made and written after, so a killed run is noticed.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** @param {string} folder @param {(file: string) => boolean} isWanted @returns {string[]} */
function filesBelow(folder, isWanted) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(file, isWanted)
    return isWanted(file) ? [file] : []
  })
}

/**
 * Hashes files by name and content, whatever the order of the list or the day of the checkout.
 * @param {string} root
 * @param {string[]} sources files and folders below root; missing ones count as such
 * @param {(file: string) => boolean} [isWanted] asked with the path below root
 * @returns {string} sha256, hex
 */
export function hashSources(root, sources, isWanted = () => true) {
  const hash = createHash('sha256')
  const wanted = (/** @type {string} */ file) => isWanted(path.relative(root, file).split(path.sep).join('/'))
  const files = sources
    .map((source) => path.join(root, source))
    .filter((source) => fs.existsSync(source))
    .flatMap((source) => (fs.statSync(source).isDirectory() ? filesBelow(source, wanted) : [source]))
  for (const file of files.sort()) {
    const content = fs.readFileSync(file)
    hash.update(`${path.relative(root, file).split(path.sep).join('/')}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Makes a product unless its stamp says that it is made from the same.
 * @param {{ stampFile: string, hash: string, isPresent: () => boolean, make: () => Promise<void> }} options
 * @returns {Promise<boolean>} whether it was made
 */
export async function makeUnlessStamped({ stampFile, hash, isPresent, make }) {
  const stamp = fs.existsSync(stampFile) ? fs.readFileSync(stampFile, 'utf8') : ''
  if (stamp === hash && isPresent()) return false
  fs.rmSync(stampFile, { force: true })
  await make()
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  fs.writeFileSync(stampFile, hash)
  return true
}
