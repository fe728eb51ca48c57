import { parseArgs } from 'node:util'
import { disconnect } from '@/lib/platform/db'
import { toCount } from './chance'
import { fillNewsroom } from './fill'

// Run by scripts/bench-ledger.mjs on a database that is thrown away.

const { values } = parseArgs({ options: { predictions: { type: 'string' }, seed: { type: 'string' } } })
try {
  const startedAt = performance.now()
  const today = toCount(new Date().toISOString().slice(0, 10))
  const size = { predictions: Number(values.predictions), seed: Number(values.seed), today }
  const { newsroom } = await fillNewsroom(size)
  const counts = [newsroom.predictions, newsroom.articles, newsroom.world.speakers].map(({ length }) =>
    length.toLocaleString('en'),
  )
  const tookS = Math.round((performance.now() - startedAt) / 1000)
  console.log(`${counts[0]} predictions in ${counts[1]} articles by ${counts[2]} speakers, filled in ${tookS} s`)
} finally {
  await disconnect()
}
