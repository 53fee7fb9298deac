import type { OwnConsent } from './consents.ts'
import { drawPage, escapeHtml } from './page.ts'
import type { PageScene } from './page.ts'
import type { SandboxMessage } from './sandbox-outbox.ts'

export interface AccountView {
  readonly scene: PageScene
  /** Masked. */
  readonly signedInAs: string
  readonly consents: readonly (OwnConsent & { readonly shopUrl: string })[]
  readonly justWithdrawn: boolean
}

/** Who may know this customer, to look at and to take back. */
export function accountPage({ scene, signedInAs, consents, justWithdrawn }: AccountView): string {
  const { words, language } = scene
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const rows = consents.map(({ id, shopName, shopUrl, purpose, fields, givenAt }) => {
    const what = fields.length > 0 ? fields.map((field) => words.field[field]).join(' · ') : words.onlyKnown
    return `<li class="shop"><div><a href="${escapeHtml(shopUrl)}">${escapeHtml(shopName)}</a>
<p class="small">${words.purpose[purpose]} · ${words.since(day.format(givenAt))}</p><p class="small">${what}</p></div>
<form method="post"><input type="hidden" name="consent" value="${id}"><button class="other" name="action" value="withdraw" aria-label="${escapeHtml(words.withdrawFrom(shopName))}">${words.withdraw}</button></form></li>`
  })
  return drawPage(
    scene,
    words.accountTitle,
    `<h1>${words.accountTitle}</h1>
<p class="small">${escapeHtml(words.signedInAs(signedInAs))}</p>
${justWithdrawn ? `<p class="notice good" role="status">${words.withdrawn}</p>` : ''}
<section class="card"><h2>${words.sharedTitle}</h2>
${rows.length > 0 ? `<ul>${rows.join('')}</ul>` : `<p class="why">${words.sharedNothing}</p>`}
</section>
<p class="small">${words.kept}</p>
<form method="post"><button class="other" name="action" value="sign-out">${words.signOut}</button>
<button class="quiet" name="action" value="sign-out-all">${words.signOutAll}</button></form>`,
  )
}

/** A message of the demo, which was not sent. */
export function messagePage(scene: PageScene, { kind, recipient, body }: SandboxMessage): string {
  const { words } = scene
  return drawPage(
    scene,
    words.message[kind],
    `<h1>${words.message[kind]}</h1><p class="small">${escapeHtml(words.toWhom(recipient))}</p>
<section class="card"><pre>${escapeHtml(body.trim())}</pre></section>`,
  )
}
