import { at, type Token } from './tokens'
import { PERSONAL_PRONOUNS, wordSet } from './words'

const FORMS = wordSet(`
  is are was were am be been 're 'm isn't aren't wasn't weren't
`)

/** A form of be at token `k`; "'s" only behind a pronoun. */
export const isBeForm = (tokens: readonly Token[], k: number): boolean => {
  const token = at(tokens, k)
  return (
    FORMS.holds(token) ||
    (token.lower === "'s" &&
      (PERSONAL_PRONOUNS.holds(at(tokens, k - 1)) ||
        ['that', 'there', 'what', 'who'].includes(at(tokens, k - 1).lower)))
  )
}
