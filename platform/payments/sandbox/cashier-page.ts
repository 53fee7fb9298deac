/** The cashier as HTML: drawn by the server from the trade alone, works without scripts. */
import { createHash } from 'node:crypto'
import { minorDigits } from '#platform/shop/currency.ts'
import { cashierStyle } from './cashier-style.ts'
import { cashierWords } from './cashier-words.ts'
import type { CashierWords } from './cashier-words.ts'
import type { SandboxTrade } from './notices.ts'
import { scriptFor } from './script.ts'

export type CashierState = 'waiting' | 'declined' | 'processing' | 'paid' | 'closed'

const styleHash = createHash('sha256').update(cashierStyle).digest('base64')

/**
 * What may happen on this page: its own style, and a form that posts here and ends at the shop (browsers check the
 * whole chain of redirects).
 */
export function cashierPolicy(returnUrl: string | undefined): string {
  const shop = returnUrl ? ` ${new URL(returnUrl).origin}` : ''
  return `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'${shop}; base-uri 'none'; frame-ancestors 'none'`
}

export function renderCashier(trade: SandboxTrade, state: CashierState): string {
  const words = cashierWords(trade.language)
  const canPay = state === 'waiting' || state === 'declined'
  const notice = state === 'waiting' ? '' : noticeOf(state, words)
  return page(
    trade.language,
    `${words.pay} · ${trade.merchant_name}`,
    words,
    state === 'processing',
    `
    <section class="card">
      <p class="sign" aria-hidden="true">${escape(initialOf(trade.merchant_name))}</p>
      <p class="to">${words.payTo}</p>
      <h1 class="name">${escape(trade.merchant_name)}</h1>
      <p class="${amountClass(trade)}">${amountHtml(trade)}</p>
      ${trade.subject === trade.merchant_name ? '' : `<p class="subject">${escape(trade.subject)}</p>`}
      ${notice}
      <dl class="facts"><dt>${words.reference}</dt><dd>${escape(trade.trade_no.slice(0, 12).toUpperCase())}</dd></dl>
    </section>
    ${canPay ? forms(trade, words, state) : ''}
    <a class="${canPay ? 'quiet' : 'pay back'}" href="${escape(trade.return_url)}">${canPay ? words.cancel : words.back}</a>`,
  )
}

export function renderNoTrade(language: string): string {
  const words = cashierWords(language)
  return page(
    language,
    words.missing,
    words,
    false,
    `
    <section class="card"><h1 class="name">${words.missing}</h1><p class="subject">${words.missingMore}</p></section>`,
  )
}

function forms(trade: SandboxTrade, words: CashierWords, state: CashierState): string {
  const script = scriptFor(trade.amount_minor)
  const hint = script === 'paid' ? '' : `<p class="hint">${words.script[script]}</p>`
  const pay = state === 'declined' ? words.again : words.pay
  return `
    <form method="post">
      ${hint}
      <button class="pay" name="action" value="pay">${pay} <span>${plainAmount(trade)}</span></button>
      <button class="other" name="action" value="decline">${words.decline}</button>
    </form>`
}

function noticeOf(state: Exclude<CashierState, 'waiting'>, words: CashierWords): string {
  const [title, more, sign] = {
    declined: [words.declined, words.declinedMore, '!'],
    processing: [words.processing, words.processingMore, '…'],
    paid: [words.paid, words.paidMore, '✓'],
    closed: [words.closed, words.closedMore, '×'],
  }[state]
  return `<div class="notice ${state}" role="status"><b aria-hidden="true">${sign}</b><div><strong>${title}</strong><p>${more}</p></div></div>`
}

/** The currency small, whole units large, the fraction in between. */
function amountHtml(trade: SandboxTrade): string {
  const parts = formatter(trade).formatToParts(majorOf(trade))
  return parts
    .map(({ type, value }) => {
      if (type === 'currency') return `<span class="currency">${escape(value)}</span>`
      if (type === 'fraction' || type === 'decimal') return `<span class="fraction">${value}</span>`
      return escape(value)
    })
    .join('')
}

/** Long amounts are set smaller, so that none breaks on the narrowest phone. */
function amountClass(trade: SandboxTrade): string {
  const { length } = formatter(trade).format(majorOf(trade))
  return length > 11 ? 'amount longest' : length > 8 ? 'amount long' : 'amount'
}

function initialOf(name: string): string {
  const [first = ''] = name.trim()
  return first.toUpperCase()
}

function plainAmount(trade: SandboxTrade): string {
  return escape(formatter(trade).format(majorOf(trade)))
}

function formatter({ language, currency }: SandboxTrade): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
}

/** For showing only: a double holds any amount we allow to the last digit. */
function majorOf({ amount_minor, currency }: SandboxTrade): number {
  return amount_minor / 10 ** minorDigits(currency)
}

function page(language: string, title: string, words: CashierWords, refreshes: boolean, body: string): string {
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${refreshes ? '<meta http-equiv="refresh" content="2">' : ''}
<title>${escape(title)}</title>
<style>${cashierStyle}</style>
</head>
<body>
<p class="test">${words.test}</p>
<main>${body}
</main>
</body>
</html>`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
