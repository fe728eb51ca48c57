/** Where "now" comes from. Rules and commands are handed the instant; only the edge asks a clock. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
