import path from 'node:path'

/** The repository's folder; the scripts work from there, wherever they were called. */
export const ROOT = path.resolve(import.meta.dirname, '../..')
/** Everything that belongs to this installation and not to the repository: database, secrets, stamps. */
export const DATA = path.join(ROOT, '.data')

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts)
/** @param {...string} parts */
export const inData = (...parts) => path.join(DATA, ...parts)
