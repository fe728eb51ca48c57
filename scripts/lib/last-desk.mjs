// Which desk was started last: the command line works on that one unless it is told otherwise.
import fs from 'node:fs'
import { inData } from './paths.mjs'

const NOTE = inData('desk')

/** @param {'demo' | 'newsroom' | 'dev'} name */
export const rememberDesk = (name) => fs.writeFileSync(NOTE, name)

/** @returns {'demo' | 'newsroom' | 'dev'} the demo where none was started yet */
export function lastDesk() {
  const name = fs.existsSync(NOTE) ? fs.readFileSync(NOTE, 'utf8') : ''
  return name === 'newsroom' || name === 'dev' ? name : 'demo'
}
