import { tryEveryMove, UNSEEN } from '@/lib/testing/move-matrix'

tryEveryMove(UNSEEN)
