import { predictionMovesDocument } from '@/lib/predictions/present/moves'
import { movesDocument } from '@/lib/verdicts/present/moves'

/** docs/moves.md: all tables of moves that the commands obey. `npm run moves` writes it, a test fails when it is stale. */
export const allMovesDocument = (): string => `${movesDocument()}\n${predictionMovesDocument()}`
