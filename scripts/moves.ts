/** Writes docs/moves.md from the tables of moves. */
import fs from 'node:fs'
import path from 'node:path'
import { allMovesDocument } from '@/lib/desk/present/moves'

fs.writeFileSync(path.resolve('docs/moves.md'), allMovesDocument())
console.log('docs/moves.md is drawn from the tables of moves.')
