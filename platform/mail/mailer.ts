/** How letters leave. One is handed to the platform when the operator named a mail server. */
export interface Mailer {
  /** @throws when the mail server does not take it */
  send(letter: Letter): Promise<void>
}

export interface Letter {
  readonly to: string
  readonly subject: string
  /** Plain text, lines broken where they are to break. */
  readonly text: string
}
