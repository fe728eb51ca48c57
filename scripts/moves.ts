/** Writes docs/moves.md from the table of moves. */
import fs from 'node:fs'
import path from 'node:path'
import { movesDocument } from '@/lib/verdicts/present/moves'

fs.writeFileSync(path.resolve('docs/moves.md'), movesDocument())
console.log('docs/moves.md is drawn from the table of moves.')
