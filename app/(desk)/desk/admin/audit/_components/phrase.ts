export type Payload = Record<string, unknown>

/** What a sentence is made of: the payload, what the thing is called, and names of others that the payload points to. */
export type Facts = {
  payload: Payload
  /** The name of what the event is about; null where it is gone. */
  own: string | null
  nameOf: (type: string, id: unknown) => string | null
}
export type Phrase = (facts: Facts) => string
