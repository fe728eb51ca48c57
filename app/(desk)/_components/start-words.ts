import type { StartStep } from '@/lib/desk/rules/starting'

/** What each step of the way to the first verdict is called, what it is for, and what its button says. */
export const START_WORDS: Readonly<Record<StartStep, { title: string; text: string; button: string }>> = {
  newsroom: {
    title: 'Open the newsroom',
    text: 'Its name stands on every public page; its days begin and end in its time zone.',
    button: 'Change it',
  },
  scale: {
    title: 'Look at the rating scale',
    text: 'Every verdict is one of these. A verdict keeps the scale it was made on, so it may change later, too.',
    button: 'See the scale',
  },
  person: {
    title: 'Invite a second person',
    text: 'A verdict is written by one person and approved by another. You get a link to send; as an editor they may approve.',
    button: 'Invite somebody',
  },
  article: {
    title: 'Import an article',
    text: 'Paste its text, fetch its address or upload a file. Its claims are found and marked in the text.',
    button: 'Import an article',
  },
  claim: {
    title: 'Accept a claim',
    text: 'Open a marked claim in the article and accept it, with the mouse or with the key A. It becomes a page of its own.',
    button: 'Open the article',
  },
  evidence: {
    title: 'Add evidence',
    text: 'A source, the words in it that count, and whether they support the claim or speak against it.',
    button: 'Add a source',
  },
  verdict: {
    title: 'Write the verdict',
    text: 'A rating, a short summary, the reasons, and whether the speaker was asked for comment. Then submit it.',
    button: 'Write it',
  },
  approval: {
    title: 'Have it approved',
    text: 'The second person reads it and approves. From then on it is public.',
    button: 'See what waits',
  },
}
