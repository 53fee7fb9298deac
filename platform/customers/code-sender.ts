/** How codes to sign in with reach people. */
import type { ContactKind } from '#platform/db/customer-tables.ts'
import type { Database } from '#platform/db/database.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { TextSender } from '../texts/text-sender.ts'
import { putMessage } from './sandbox-outbox.ts'
import { customerWords } from './words.ts'
import type { CustomerLanguage } from './words.ts'

export interface CodeMessage {
  readonly to: string
  readonly code: string
  readonly language: CustomerLanguage
  /** Whose sign-in it is for: a shop's name, or the platform's. */
  readonly asker: string
  /** Under which the sandbox shows it. */
  readonly outboxKey: string
}

export interface CodeSender {
  readonly kind: ContactKind
  /** It only writes down what it would send. */
  readonly isSandbox: boolean
  /** @throws when it could not be handed on */
  send(message: CodeMessage): Promise<void>
}

/** By text message and mail where the operator named a service; the demo has a sandbox for what cannot be sent. */
export function codeSenders(options: {
  readonly db: Database
  readonly mailer: Mailer | undefined
  readonly textSender: TextSender | undefined
  readonly demo: boolean
}): readonly CodeSender[] {
  const { db, mailer, textSender, demo } = options
  const sandbox = (kind: ContactKind) => (demo ? [createSandboxCodeSender(db, kind)] : [])
  return [
    ...(textSender ? [createTextCodeSender(textSender)] : sandbox('phone')),
    ...(mailer ? [createMailCodeSender(mailer)] : sandbox('email')),
  ]
}

function createTextCodeSender(texts: TextSender): CodeSender {
  return {
    kind: 'phone',
    isSandbox: false,
    send: ({ to, code, language, asker }) =>
      texts.send({
        to,
        text: customerWords(language).codeTextMessage(code, asker),
        template: 'sign-in-code',
        language,
        parameters: { code, asker },
      }),
  }
}

function createMailCodeSender(mailer: Mailer): CodeSender {
  return {
    kind: 'email',
    isSandbox: false,
    send({ to, code, language, asker }) {
      const words = customerWords(language)
      return mailer.send({ to, subject: words.codeSubject(asker), text: words.codeText(code, asker) })
    },
  }
}

function createSandboxCodeSender(db: Database, kind: ContactKind): CodeSender {
  return {
    kind,
    isSandbox: true,
    send: ({ to, code, language, asker, outboxKey }) =>
      putMessage(db, outboxKey, { kind, recipient: to, body: customerWords(language).codeText(code, asker) }),
  }
}
