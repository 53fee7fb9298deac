/** The page of a receipt, for a screen, a roll of 80 or 58 mm and a sheet of A4. Drawn by the server, printed by the browser. */
import { createHash } from 'node:crypto'
import { formatMoney } from '#components/kit/money.ts'
import { rateText } from '#model/shop/rate-text.ts'
import type { OrderLine } from '#model/shop/orders.ts'
import type { Receipt } from './load-receipt.ts'
import { pageOf, receiptStyle } from './receipt-style.ts'
import { receiptWords } from './receipt-words.ts'
import type { ReceiptLanguage } from './receipt-words.ts'

export type ReceiptPaper = keyof typeof pageOf

/** All the page's script: it fetches and sends nothing. */
const script = `document.querySelector('button').addEventListener('click',()=>print())`

export interface ReceiptView {
  readonly language: ReceiptLanguage
  readonly paper: ReceiptPaper
  /** Without query. */
  readonly path: string
}

/** @returns a whole HTML page; what people typed is escaped */
export function receiptPage(receipt: Receipt, { language, paper, path }: ReceiptView): Response {
  const words = receiptWords[language]
  const { order, seller, number } = receipt
  const address = (change: Partial<ReceiptView>) => {
    const { paper: onto, language: inWords } = { paper, language, ...change }
    return `${path}?paper=${onto}&amp;lang=${inWords}`
  }
  const papers = (['roll', 'narrow', 'sheet'] as const).map(
    (each) => `<a href="${address({ paper: each })}"${each === paper ? ' aria-current="true"' : ''}>${words[each]}</a>`,
  )
  const other = language === 'en' ? 'zh-CN' : 'en'
  const body = [
    `<header class="bar"><nav aria-label="${words.paper}">${papers.join('')}</nav>`,
    `<a href="${address({ language: other })}" lang="${other}">${words.language}</a>`,
    `<button type="button">${words.print}</button></header>`,
    `<main class="paper ${paper}"><div class="seller"><h1>${escapeText(seller.name)}</h1>`,
    ...[seller.address, seller.phone].filter(Boolean).map((text) => `<p>${escapeText(text)}</p>`),
    `<p class="kind">${words.title}</p></div>`,
    facts(receipt, language),
    lines(order.lines, order.currency, language),
    sums(receipt, language),
    `<p class="foot">${words.thanks}</p></main>`,
  ].join('')
  return page(language, `${words.title} ${number}`, pageOf[paper], body, 200)
}

/** For an address that leads to none. */
export function noReceiptPage(language: ReceiptLanguage): Response {
  const { goneTitle, goneText } = receiptWords[language]
  const body = `<main class="paper roll seller"><h1>${goneTitle}</h1><p>${goneText}</p></main>`
  return page(language, goneTitle, pageOf.roll, body, 404)
}

function facts({ number, issuedAt, timeZone, order, paid }: Receipt, language: ReceiptLanguage): string {
  const words = receiptWords[language]
  const when = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(issuedAt)
  const rows: readonly (readonly [name: string, value: string])[] = [
    [words.number, number],
    [words.date, when],
    [words.order, String(order.number ?? '')],
    ...(order.tableLabel !== null ? [[words.table, order.tableLabel] as const] : []),
    [words[paid.way], formatMoney(order.totalMinor, order.currency, language)],
    ...(paid.transaction !== null ? [[words.transaction, paid.transaction] as const] : []),
  ]
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeText(value)}</dd>`).join('')}</dl>`
}

function lines(all: readonly OrderLine[], currency: string, language: ReceiptLanguage): string {
  const words = receiptWords[language]
  const money = (amountMinor: number) => escapeText(formatMoney(amountMinor, currency, language))
  const rows = all.map((line) => {
    const choices = [
      line.variantName,
      ...line.modifiers.map(({ name, quantity }) => (quantity > 1 ? `${name} ×${quantity}` : name)),
    ]
    const small = choices.filter(Boolean).join(' · ')
    return [
      `<tr><td>${line.quantity} × ${escapeText(line.name)}${small ? `<small>${escapeText(small)}</small>` : ''}</td>`,
      `<td class="unit">${money(line.unitMinor)}</td><td>${money(line.totalMinor)}</td></tr>`,
    ].join('')
  })
  return `<table><thead><tr><th scope="col">${words.dish}</th><th class="unit" scope="col">${words.unit}</th><th scope="col">${words.amount}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function sums({ order }: Receipt, language: ReceiptLanguage): string {
  const words = receiptWords[language]
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency, language)
  const couponMinor = order.coupon?.takesOffMinor ?? 0
  const memberMinor = order.discountMinor - couponMinor
  const taxes = (mode: 'included' | 'excluded') =>
    order.tax?.mode === mode
      ? order.tax.rates.map(({ ratePcm, netMinor, taxMinor }) =>
          row(
            `${(mode === 'included' ? words.taxIn : words.taxOn)(rateText(ratePcm))} (${words.netAt(money(netMinor))})`,
            money(taxMinor),
            'aside',
          ),
        )
      : []
  const given = order.refunds?.filter(({ state }) => state !== 'failed') ?? []
  const givenMinor = given.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const isCalledOff = given.length === 0 && order.payStatus === 'refunded'
  return [
    '<table class="sums"><tbody>',
    order.subtotalMinor === order.totalMinor ? '' : row(words.subtotal, money(order.subtotalMinor)),
    memberMinor > 0 ? row(words.discount, `−${money(memberMinor)}`) : '',
    order.coupon ? row(order.coupon.title, `−${money(couponMinor)}`) : '',
    order.delivery ? row(words.delivery, money(order.delivery.feeMinor)) : '',
    ...taxes('excluded'),
    row(words.total, money(order.totalMinor), 'total'),
    ...taxes('included'),
    ...given.map(({ amountMinor, state }) =>
      row(state === 'done' ? words.back : words.coming, `−${money(amountMinor)}`),
    ),
    isCalledOff ? row(words.back, `−${money(order.totalMinor)}`) : '',
    given.length > 0 || isCalledOff
      ? row(words.left, money(isCalledOff ? 0 : order.totalMinor - givenMinor), 'total')
      : '',
    '</tbody></table>',
  ].join('')
}

function row(name: string, amount: string, kind?: 'total' | 'aside'): string {
  return `<tr${kind ? ` class="${kind}"` : ''}><td>${escapeText(name)}</td><td>${escapeText(amount)}</td></tr>`
}

function page(language: ReceiptLanguage, title: string, paperStyle: string, body: string, status: number): Response {
  const style = receiptStyle + paperStyle
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="robots" content="noindex">',
    `<title>${escapeText(title)}</title><style>${style}</style></head><body>`,
    body,
    `${body.includes('<button') ? `<script>${script}</script>` : ''}</body></html>`,
  ].join('')
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      // The address is the secret.
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'cross-origin-opener-policy': 'same-origin',
    },
  })
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
