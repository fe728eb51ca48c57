import { SEEN, tryEveryMove } from '@/lib/testing/move-matrix'

tryEveryMove(SEEN)
