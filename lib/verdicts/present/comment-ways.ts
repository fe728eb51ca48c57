import type { CommentWay } from '../schema/comments'

/** By which way somebody was asked, within a sentence; another way is not told. */
export const COMMENT_WAY_WORDS: Readonly<Record<CommentWay, string>> = {
  email: 'by e-mail',
  phone: 'by telephone',
  letter: 'by letter',
  message: 'by message',
  in_person: 'in person',
  other: '',
}
