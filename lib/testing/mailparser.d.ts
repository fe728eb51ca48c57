/** What the tests read of a mail that arrived; mailparser comes without types. */
declare module 'mailparser' {
  type Address = { name: string; address: string }
  type Addresses = { value: Address[]; text: string }
  export type ParsedMail = {
    subject?: string
    text?: string
    html: string | false
    messageId?: string
    from?: Addresses
    to?: Addresses
    cc?: Addresses
    bcc?: Addresses
    headers: Map<string, unknown>
    headerLines: { key: string; line: string }[]
  }
  export function simpleParser(source: Buffer | NodeJS.ReadableStream): Promise<ParsedMail>
}
