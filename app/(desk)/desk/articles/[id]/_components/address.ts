export type Doing = 'accept' | 'merge' | 'reject'

export type ReaderPlace = {
  articleId: string
  version?: number
  part?: number
  candidate?: string
  doing?: Doing
}

/** The address of the reader with a candidate open, and what is being done with it: works without JavaScript. */
export function readerAddress({ articleId, version, part, candidate, doing }: ReaderPlace): string {
  const query = new URLSearchParams()
  if (version) query.set('version', String(version))
  if (part && !candidate) query.set('part', String(part))
  if (candidate) query.set('c', candidate)
  if (doing) query.set('do', doing)
  const text = query.toString()
  return `/desk/articles/${articleId}${text ? `?${text}` : ''}${candidate ? `#claim-${candidate}` : ''}`
}
