/** What a customer sees of signing in and of being asked: one card at a time. Pure: HTML from what is the case. */
import type { CustomerField, LoginReason } from '#model/shop/customers.ts'
import type { ContactKind } from '#platform/db/customer-tables.ts'
import { drawHead, drawPage, drawProblem, escapeHtml } from './page.ts'
import type { PageScene } from './page.ts'

interface Asked {
  readonly shopName: string
  readonly reason: LoginReason
}

interface SignInView {
  readonly scene: PageScene
  /** Absent on the account's own page. */
  readonly asked: Asked | undefined
  readonly problem: string | undefined
}

/** Where a code may be sent to. */
export function contactPage(
  { scene, asked, problem }: SignInView,
  kinds: readonly ContactKind[],
  typed: string,
): string {
  const { words } = scene
  const title = asked ? words.asks(asked.shopName) : words.accountSignIn
  const [kind = 'email'] = kinds
  const label = words.contact[kinds.length === 1 ? kind : 'both']
  const type = kinds.length === 1 ? (kind === 'email' ? 'email' : 'tel') : 'text'
  return drawPage(
    scene,
    title,
    `<section class="card">${drawHead(asked?.shopName ?? words.platform, title, asked ? words.why[asked.reason] : words.accountWhy)}
<form method="post">
${drawProblem(problem)}
<div class="line"><label for="contact">${label}</label>
<input id="contact" name="contact" type="${type}" autocomplete="username" maxlength="254" required autofocus value="${escapeHtml(typed)}"${problem === undefined ? '' : ' aria-invalid="true" aria-describedby="problem"'}></div>
<button class="main" name="action" value="send">${words.sendCode}</button>
${asked ? `<p class="small center">${words.nothingYet}</p>` : ''}
</form></section>
${asked ? refuseForm(words.refuse) : ''}`,
  )
}

/** @param outboxUrl - where the demo shows what it did not send */
export function codePage({ scene, asked, problem }: SignInView, sentTo: string, outboxUrl: string | undefined): string {
  const { words } = scene
  return drawPage(
    scene,
    words.codeTitle,
    `<section class="card">${drawHead(asked?.shopName ?? words.platform, words.codeTitle, words.codeSent(sentTo))}
${outboxUrl === undefined ? '' : `<p class="notice note">${words.demo}. <a href="${escapeHtml(outboxUrl)}" target="_blank" rel="noopener">${words.readMessage}</a></p><br>`}
<form method="post">
${drawProblem(problem)}
<div class="line"><label for="code">${words.code}</label>
<input class="code" id="code" name="code" type="text" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code" required autofocus${problem === undefined ? '' : ' aria-invalid="true" aria-describedby="problem"'}></div>
<button class="main" name="action" value="check">${words.signIn}</button>
</form>
<form method="post"><button class="quiet" name="action" value="other">${words.otherContact}</button></form></section>
${asked ? refuseForm(words.refuse) : ''}`,
  )
}

export interface SharePageView {
  readonly scene: PageScene
  readonly asked: Asked
  readonly problem: string | undefined
  /** Masked. */
  readonly signedInAs: string
  /** Where the shop delivers, to choose from. */
  readonly areas: readonly string[]
  readonly fields: readonly {
    readonly field: CustomerField
    readonly value: string
    readonly ticked: boolean
  }[]
}

/** What the program wants to know, each thing to tick, to untick and to correct. */
export function sharePage({ scene, asked, problem, signedInAs, fields, areas }: SharePageView): string {
  const { words } = scene
  const { shopName, reason } = asked
  const asksForFields = fields.length > 0
  const title = asksForFields ? words.shareTitle(shopName) : words.shareNothingTitle(shopName)
  return drawPage(
    scene,
    title,
    `<section class="card">${drawHead(shopName, title, asksForFields ? words.shareFor[reason] : words.why[reason])}
<form method="post">
${drawProblem(problem)}
${asksForFields ? `<div>${fields.map((each) => fieldRow(each, words.field[each.field])).join('')}</div>` : ''}
${areas.length > 0 ? `<datalist id="areas">${areas.map((area) => `<option value="${escapeHtml(area)}">`).join('')}</datalist>` : ''}
<button class="main" name="action" value="allow">${asksForFields ? words.agree : words.goOn}</button>
<p class="small">${escapeHtml(asksForFields ? words.terms(shopName) : words.knowsAgain(shopName))}</p>
</form></section>
<div class="who"><span>${escapeHtml(words.signedInAs(signedInAs))}</span><form method="post"><button class="quiet" name="action" value="switch">${words.otherAccount}</button></form></div>
${refuseForm(words.refuse)}`,
  )
}

const inputs = {
  name: 'type="text" autocomplete="name" maxlength="60"',
  phone: 'type="tel" autocomplete="tel" maxlength="32"',
  email: 'type="email" autocomplete="email" maxlength="254"',
  area: 'type="text" autocomplete="postal-code" maxlength="60" list="areas"',
  address: 'type="text" autocomplete="street-address" maxlength="200"',
} satisfies Record<CustomerField, string>

function fieldRow({ field, value, ticked }: SharePageView['fields'][number], label: string): string {
  return `<div class="share"><input type="checkbox" id="share-${field}" name="share" value="${field}"${ticked ? ' checked' : ''}><label for="share-${field}">${label}</label>
<input ${inputs[field]} name="${field}" aria-label="${label}" value="${escapeHtml(value)}"></div>`
}

/** For what is not there any more. */
export function overPage(scene: PageScene, title: string, text: string): string {
  return drawPage(scene, title, `<section class="card">${drawHead('·', title, text)}</section>`)
}

function refuseForm(label: string): string {
  return `<form method="post"><button class="quiet" name="action" value="refuse" formnovalidate>${label}</button></form>`
}
