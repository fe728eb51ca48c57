import { ARTICLE_DOORS } from './article-doors'
import { CLAIM_DOORS } from './claim-doors'
import { DESK_DOORS } from './desk-doors'
import type { Doors } from './door'
import { PREDICTION_DOORS } from './prediction-doors'

/** Every action there is. One that is missing here fails the test. */
export const DOORS: Doors = { ...ARTICLE_DOORS, ...CLAIM_DOORS, ...DESK_DOORS, ...PREDICTION_DOORS }
