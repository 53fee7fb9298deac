/**
 * The page that the platform sends a customer back to: hands the shop the code that stands behind the `#`, then goes on to
 * where they were. A file of its own; no other page loads it.
 */
import { createShopClient } from './shop-client.ts'
import { createVisitorSession } from './visitor-session.ts'

const code = location.hash.slice(1)
// Neither the history nor a reload has it again.
history.replaceState(null, '', location.pathname)

async function finish(): Promise<void> {
  const client = createShopClient(createVisitorSession(fetch.bind(globalThis)))
  const answer = await client.finishLogin(code)
  if (answer.ok) return location.replace(new URL(answer.value.returnTo, location.origin))
  document.querySelector('[data-working]')?.setAttribute('hidden', '')
  document.querySelector('[data-failed]')?.removeAttribute('hidden')
}

void finish()
