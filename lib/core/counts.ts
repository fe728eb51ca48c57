/** "1 article", "1,200 articles". `many` is needed only where the plural is not `one` with an s. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`
