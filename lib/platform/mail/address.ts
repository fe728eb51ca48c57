/** "Borne Out <desk@example.org>" -> "desk@example.org"; an address alone stays. */
export const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()
export const domainOf = (from: string): string => addressOf(from).split('@').at(-1) ?? 'localhost'
