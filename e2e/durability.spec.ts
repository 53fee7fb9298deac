/** What a crash, a lost connection and a document from the future do to people's work: nothing. */
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import type { Client } from 'pg'
import { withDatabaseOf } from './database.ts'
import { createProgram, letIn, signInAsDemo } from './merchant.ts'
import { startProduct, type ProductServer } from './server.ts'
import { canvasOf, knowsTheStudio, selectOnCanvas, waitUntilSaved } from './studio.ts'

let server: ProductServer

test.beforeAll(async () => {
  server = await startProduct()
})

test.afterAll(async () => {
  await server?.stop()
})

async function openHeadline(page: Page) {
  const canvas = canvasOf(page)
  await selectOnCanvas(page, canvas.locator('.b-section .b-heading').first())
  return page.getByTestId('inspector').getByRole('textbox', { name: 'Headline' })
}

test('kill -9 right after another person saw an edit: after the restart it is there', async ({ browser }) => {
  const [ann, bo] = await Promise.all([newPage(browser), newPage(browser)])
  await signInAsDemo(ann, server.url)
  const programId = await createProgram(ann, 'Crash test')
  await letIn(ann, bo, { url: server.url, programId })
  await bo.goto(`${server.url}/p/${programId}`)
  const headline = await openHeadline(ann)
  await expect(canvasOf(bo).locator('.b-section .b-heading').first()).toBeVisible()

  await headline.fill('Seen, so kept')
  await expect(canvasOf(bo).getByText('Seen, so kept')).toBeVisible()
  await server.kill()

  // Nobody who still has the text in memory may bring it back: both are gone before the restart.
  const signedIn = await ann.context().storageState()
  await ann.context().close()
  await bo.context().close()
  await server.restart()
  const later = await newPage(browser, signedIn)
  await later.goto(`${server.url}/p/${programId}`)
  await expect(canvasOf(later).getByText('Seen, so kept')).toBeVisible()
  await later.context().close()
})

test('a connection lost while typing says so, and nothing typed is lost', async ({ browser }) => {
  const page = await newPage(browser)
  await signInAsDemo(page, server.url)
  const programId = await createProgram(page, 'Tunnel test')
  const headline = await openHeadline(page)
  await waitUntilSaved(page)
  await expect(headline).toBeVisible()
  await server.kill()
  await headline.fill('Typed in a tunnel')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'offline')
  await expect(canvasOf(page).getByText('Typed in a tunnel')).toBeVisible()
  await server.restart()
  await waitUntilSaved(page)
  const signedIn = await page.context().storageState()
  await page.context().close()

  const later = await newPage(browser, signedIn)
  await later.goto(`${server.url}/p/${programId}`)
  await expect(canvasOf(later).getByText('Typed in a tunnel')).toBeVisible()
  await later.context().close()
})

test('a full disk is said, keeps what is typed, and saves it when there is room', async ({ browser }) => {
  const page = await newPage(browser)
  await signInAsDemo(page, server.url)
  await createProgram(page, 'Full disk')
  const headline = await openHeadline(page)
  await waitUntilSaved(page)
  await withDatabaseOf(server.dataDir, async (owner) => {
    await owner.query(`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON doc_update EXECUTE FUNCTION no_room()`)
  })
  await headline.fill('Typed on a full disk')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'full')
  await expect(page.getByTestId('server-full')).toContainText('no room left')
  await expect(canvasOf(page).getByText('Typed on a full disk')).toBeVisible()
  await withDatabaseOf(server.dataDir, (owner) => owner.query('DROP FUNCTION no_room CASCADE'))
  await waitUntilSaved(page)
  await expect(page.getByTestId('server-full')).toBeHidden()
  await page.context().close()
})

test('a program whose last change cannot be read any more opens as it was before, and says so', async ({ browser }) => {
  const page = await newPage(browser)
  await signInAsDemo(page, server.url)
  const programId = await createProgram(page, 'Damaged disk')
  const headline = await openHeadline(page)
  await headline.fill('Still whole')
  await waitUntilSaved(page)
  const seqOf = (owner: Client) =>
    owner.query<{ head: string }>('SELECT head FROM doc WHERE id = $1', [programId]).then(({ rows }) => rows[0]?.head)
  const whole = await withDatabaseOf(server.dataDir, seqOf)
  await headline.fill('On bad sectors')
  await waitUntilSaved(page)
  const signedIn = await page.context().storageState()
  await page.context().close()
  await withDatabaseOf(server.dataDir, (owner) =>
    owner.query(
      `UPDATE doc_update SET data = set_byte(data, length(data) / 2, 255 - get_byte(data, length(data) / 2))
       WHERE doc_id = $1 AND seq > $2`,
      [programId, whole],
    ),
  )
  await server.kill()
  await server.restart()

  const later = await newPage(browser, signedIn)
  await later.goto(`${server.url}/p/${programId}`)
  await expect(canvasOf(later).getByText('Still whole')).toBeVisible()
  await expect(later.getByTestId('left-out')).toContainText('could not be read')
  await later.getByTestId('left-out').getByRole('button', { name: 'Close' }).click()
  await expect(later.getByTestId('left-out')).toBeHidden()
  await expect(await openHeadline(later)).toHaveValue('Still whole')
  await later.context().close()
})

test('a program of which a stored change is missing opens without it, says so, and keeps what is done next', async ({
  browser,
}) => {
  const page = await newPage(browser)
  await signInAsDemo(page, server.url)
  const programId = await createProgram(page, 'Lost rows')
  const headline = await openHeadline(page)
  await headline.fill('Still whole')
  await waitUntilSaved(page)
  const seqOf = (owner: Client) =>
    owner.query<{ head: string }>('SELECT head FROM doc WHERE id = $1', [programId]).then(({ rows }) => rows[0]?.head)
  const whole = await withDatabaseOf(server.dataDir, seqOf)
  await headline.fill('Lost with the disk')
  await waitUntilSaved(page)
  const signedIn = await page.context().storageState()
  await page.context().close()
  await withDatabaseOf(server.dataDir, (owner) =>
    owner.query('DELETE FROM doc_update WHERE doc_id = $1 AND seq > $2', [programId, whole]),
  )
  await server.kill()
  await server.restart()

  const later = await newPage(browser, signedIn)
  await later.goto(`${server.url}/p/${programId}`)
  await expect(canvasOf(later).getByText('Still whole')).toBeVisible()
  await expect(later.getByTestId('missing-edits')).toContainText('missing on the server')
  const again = await openHeadline(later)
  await again.fill('Done next')
  await waitUntilSaved(later)
  await expect(later.getByTestId('missing-edits')).toBeVisible()
  await later.reload()
  await expect(canvasOf(later).getByText('Done next')).toBeVisible()
  await expect(later.getByTestId('missing-edits')).toBeVisible()
  await later.context().close()
})

/** @param signedIn - what an earlier browser of the same person had kept: a demo person cannot sign in again */
async function newPage(browser: Browser, signedIn?: BrowserContextOptions['storageState']): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...(signedIn !== undefined && { storageState: signedIn }),
  })
  await knowsTheStudio(context)
  return context.newPage()
}
