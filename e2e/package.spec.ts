/** A downloaded release, unzipped into a folder and served by a web server that knows nothing but files. */
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from './studio-test.ts'

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** Also below a folder, as a package may be put anywhere. */
async function serveFolder(files: {
  readonly [name: string]: Uint8Array
}): Promise<{ url: string; server: Server; missed: string[] }> {
  const missed: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://files')
    const wanted = decodeURIComponent(pathname.replace(/^\/some\/folder\//, '')) || 'index.html'
    const file = files[wanted]
    if (!file) missed.push(pathname)
    response.writeHead(file ? 200 : 404, { 'content-type': types[path.extname(wanted)] ?? 'text/plain' })
    response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/folder/`, server, missed }
}

test.use({ viewport: { width: 390, height: 844 } })

test('a release opens from any static server: pages, links and pictures work, ordering names the shop’s address', async ({
  page,
  product,
  makeProgram,
}) => {
  const programId = await makeProgram('Packed Noodles')
  const published = await page.request.post(`${product.url}/api/programs/${programId}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers: { origin: product.url },
  })
  const { url: liveUrl } = (await published.json()) as { url: string }
  await page.goto(`${product.url}/p/${programId}/console/versions`)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download version 1 as a package' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^[\w-]+-v1\.zip$/)
  await expect(page.getByText(`Saved as ${saved.suggestedFilename()}`)).toBeVisible()
  const { url, server, missed } = await serveFolder(unzipSync(await readFile(await saved.path())))
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))

  await page.goto(url)
  await page.waitForURL(/\/pages\/index\.html$/)
  await expect(page.locator('.sw-title-bar')).toHaveText('Packed Noodles')
  await expect
    .poll(() =>
      page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length),
    )
    .toBe(0)

  await page.locator('.sw-tab-bar a[href="menu.html"]').click()
  await page.waitForURL(/\/pages\/menu\.html$/)
  const add = page.getByRole('button', { name: /^Add / }).first()
  await add.click()
  // The dish’s own sheet is code of the package: it opens without any platform.
  await expect(page.locator('[data-awake]').first()).toBeAttached()
  expect(missed).toEqual([])
  expect(complaints).toEqual([])

  // What only the shop can answer says where the shop is, and leaves the page as it stands.
  await page.evaluate(() => fetch('/_shop/quotes', { method: 'POST', body: '{}' }))
  const sheet = page.locator('.sw-copy')
  await expect(sheet).toContainText('This is a copy of Packed Noodles')
  await expect(sheet.getByRole('link')).toHaveAttribute('href', `${liveUrl}/menu`)
  await expect(add).toBeAttached()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await expect(sheet).toHaveCount(0)

  await page.locator('.sw-tab-bar a[href="index.html"]').click()
  await page.waitForURL(/\/pages\/index\.html$/)
  await page.goBack()
  await page.waitForURL(/\/pages\/menu\.html$/)
  server.close()
})
