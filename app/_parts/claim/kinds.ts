export type ClaimKind = 'statistic' | 'prediction' | 'event' | 'statement'

const LINES: Record<ClaimKind, string> = {
  statistic: 'underline decoration-solid decoration-[1.5px]',
  prediction: 'underline decoration-dashed decoration-[1.5px]',
  event: 'underline decoration-dotted decoration-2',
  statement: 'underline decoration-double decoration-1',
}

/** The line under a claim of that kind, wherever one is shown: in the reader, on tags, in lists. */
export const kindLine = (kind: ClaimKind): string => LINES[kind]
