/** What became of a fetched page. */
export type ImportedAnswer = {
  outcome: 'created' | 'unchanged' | 'newSnapshot'
  articleId: string
  title: string
  needsDay: boolean
}
