import { createTransport } from 'nodemailer'
import type { Letter, Mailer } from './mailer.ts'

const patienceMs = 10_000

/**
 * Letters by SMTP.
 * @param url - `smtp://user:password@host:587` or `smtps://…`, as the mail provider gives it
 * @param from - the sender, e.g. `Shopwright <hello@example.com>`
 */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
  return {
    async send({ to, subject, text }: Letter) {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
    },
  }
}
