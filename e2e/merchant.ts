/** What a merchant does in the browser, by the names that people see. */
import type { Page } from '@playwright/test'
import { knowsTheStudio } from './studio.ts'

export async function signInAsDemo(page: Page, url: string): Promise<void> {
  await knowsTheStudio(page.context())
  await page.goto(url)
  await page.getByRole('button', { name: 'Try it as a demo merchant' }).click()
  await page.getByRole('heading', { name: 'Programs', exact: true }).waitFor()
}

/** Makes a program from the first template and ends in its studio. @returns the program's id */
export async function createProgram(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'New program' }).first().click()
  await page.getByRole('textbox', { name: 'Shop’s name' }).fill(name)
  await page.getByRole('button', { name: 'Create program' }).click()
  await page.waitForURL(/\/p\/[^/]+$/)
  return new URL(page.url()).pathname.split('/')[2]!
}

/** Opens the shop around the clock, so that a journey does not depend on the hour. */
export async function openAllDay(page: Page, url: string, programId: string): Promise<void> {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  const answer = await page.request.patch(`${url}/api/programs/${programId}/settings`, {
    data: { hours: { weekly, exceptions: [] } },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`The hours were refused: ${await answer.text()}`)
}

/** Publishes from the studio. @returns the address customers open */
export async function publish(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  const link = page.getByRole('link', { name: 'Open', exact: true })
  await link.waitFor()
  const url = await link.getAttribute('href')
  await page.keyboard.press('Escape')
  if (!url) throw new Error('Publishing showed no link')
  return url
}

/**
 * Lets a second browser into a program: a new demo person who has accepted an invitation by link. The clicks of
 * inviting and joining are `access.spec.ts`'s; this is the short way.
 * @param owner - a page of the browser that owns the program
 */
export async function letIn(
  owner: Page,
  guest: Page,
  { url, programId, role = 'designer' }: { url: string; programId: string; role?: 'designer' | 'editor' | 'viewer' },
): Promise<void> {
  const headers = { origin: url }
  const made = await owner.request.post(`${url}/api/programs/${programId}/invitations`, { data: { role }, headers })
  const { invitation } = (await made.json()) as { readonly invitation: { readonly link: string } }
  await knowsTheStudio(guest.context())
  await guest.request.post(`${url}/api/demo`, { headers })
  const key = invitation.link.slice(invitation.link.lastIndexOf('/') + 1)
  const joined = await guest.request.post(`${url}/api/invitations/${key}/accept`, { headers })
  if (!joined.ok()) throw new Error(`Not let in: ${await joined.text()}`)
}
