/** One field of a conflict, with both texts. */
export type ComparedProps = {
  field: string
  label: string
  mine: string
  theirs: string
  /** What it was before both, where that is known: then each side shows what its writer changed. */
  base?: string
  /** Whether the two texts can be merged word by word. */
  isProse?: boolean
  words: (field: string, value: string) => string
  /** Only the other changed it, so it was taken over. */
  isTaken?: boolean
  by: string | null
}
