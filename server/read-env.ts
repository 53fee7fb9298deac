/** What an operator may set from outside. Nothing has to be set. */
import { resolve } from 'node:path'
import { capabilities } from '#model/capabilities.ts'
import type { Capability } from '#model/capabilities.ts'

export interface ServerSettings {
  /** 0 takes any free one. */
  readonly port: number
  /** Address to listen on; all of them when absent. */
  readonly host: string | undefined
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  /** Which of the two parts this process runs. */
  readonly role: 'all' | 'platform' | 'collab'
  /** Absent means `http://localhost:<port>`. */
  readonly publicUrl: string | undefined
  /** Absent means `localhost:<port>`. */
  readonly programHost: string | undefined
  readonly sharedCode: boolean
  readonly trustProxy: boolean
  readonly demo: boolean
  /** What no program may do here. */
  readonly withheld: ReadonlySet<Capability>
  readonly offlineReading: boolean
  readonly secret: string | undefined
  /** Whoever shows it may read `/metrics`; absent, only this machine may. */
  readonly metricsToken: string | undefined
  /** Absent: invitations are passed on by hand. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Absent: outside of the demo, nobody signs in by phone number. */
  readonly smsWebhook: { readonly url: string; readonly secret: string } | undefined
}

/** @throws a sentence that names the variable and what it may be */
export function readEnv(env: Readonly<Record<string, string | undefined>>): ServerSettings {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined
  return {
    port: port(text('PORT') ?? '4000'),
    host: text('HOST'),
    dataDir: resolve(text('DATA_DIR') ?? '.shopwright'),
    databaseUrl: address('DATABASE_URL', text('DATABASE_URL'), /^postgres(ql)?:$/),
    redisUrl: address('REDIS_URL', text('REDIS_URL'), /^rediss?:$/),
    role: oneOf('ROLE', text('ROLE') ?? 'all', ['all', 'platform', 'collab']),
    publicUrl: address('PUBLIC_URL', text('PUBLIC_URL'), /^https?:$/)?.replace(/\/+$/, ''),
    programHost: text('PROGRAM_HOST')?.toLowerCase(),
    sharedCode: oneOf('SHARED_CODE', text('SHARED_CODE') ?? 'off', ['on', 'off']) === 'on',
    trustProxy: oneOf('TRUST_PROXY', text('TRUST_PROXY') ?? 'off', ['on', 'off']) === 'on',
    demo: oneOf('DEMO', text('DEMO') ?? 'on', ['on', 'off']) === 'on',
    withheld: new Set(
      (text('WITHHELD') ?? '')
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((name) => oneOf('WITHHELD', name, capabilities)),
    ),
    offlineReading: oneOf('OFFLINE_READING', text('OFFLINE_READING') ?? 'on', ['on', 'off']) === 'on',
    secret: secret('AUTH_SECRET', text('AUTH_SECRET')),
    metricsToken: secret('METRICS_TOKEN', text('METRICS_TOKEN')),
    smtpUrl: address('SMTP_URL', text('SMTP_URL'), /^smtps?:$/),
    smsWebhook: smsWebhook(
      address('SMS_WEBHOOK_URL', text('SMS_WEBHOOK_URL'), /^https?:$/),
      secret('SMS_WEBHOOK_SECRET', text('SMS_WEBHOOK_SECRET')),
    ),
    mailFrom: text('MAIL_FROM') ?? 'Shopwright <shopwright@localhost>',
  }
}

function port(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`)
  return number
}

function address(name: string, text: string | undefined, scheme: RegExp): string | undefined {
  if (text !== undefined && !(URL.canParse(text) && scheme.test(new URL(text).protocol)))
    throw new Error(
      `${name} is not an address of the kind that it must be (${scheme.source.replaceAll(/[\\^$]/g, '')}…).`,
    )
  return text
}

function oneOf<const Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text)
  if (!found) throw new Error(`${name} must be one of ${choices.join(', ')}, not "${text}".`)
  return found
}

function secret(name: string, text: string | undefined): string | undefined {
  if (text !== undefined && text.length < 32) throw new Error(`${name} must have at least 32 characters.`)
  return text
}

function smsWebhook(url: string | undefined, secret: string | undefined): ServerSettings['smsWebhook'] {
  if (url === undefined) return undefined
  if (secret === undefined) throw new Error('SMS_WEBHOOK_URL needs SMS_WEBHOOK_SECRET, which signs what is sent there.')
  return { url, secret }
}
