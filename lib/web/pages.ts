import { notFound } from 'next/navigation'
import { isAppError } from '@/lib/core/errors'

/** For pages: what a query says is not there, or not for this person, becomes the not-found page. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND') || isAppError(error, 'FORBIDDEN')) notFound()
    throw error
  }
}
