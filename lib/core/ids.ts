import { v7 } from 'uuid'
import { z } from 'zod'

/** Every row id: a uuid v7, so that key order is creation order. Made here because PostgreSQL 15 has no `uuidv7()`. */
export const newId = (): string => v7()

/** The shape of an id at any door. */
export const Id = z.uuid()
