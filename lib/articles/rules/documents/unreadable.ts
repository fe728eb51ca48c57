/** A file that cannot be read; `message` is for the person who gave it. */
export class UnreadableDocument extends Error {}
