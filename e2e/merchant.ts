/** What a merchant does in the browser, by the names that people see. */
import type { Page } from '@playwright/test'

export async function signInAsDemo(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: 'Try it as a demo merchant' }).click()
  await page.getByRole('heading', { name: 'Programs' }).waitFor()
}

/** Makes a program from the first template and ends in its studio. @returns the program's id */
export async function createProgram(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'New program' }).first().click()
  await page.getByRole('textbox', { name: 'Shop’s name' }).fill(name)
  await page.getByRole('button', { name: 'Create program' }).click()
  await page.waitForURL(/\/p\/[^/]+$/)
  return new URL(page.url()).pathname.split('/')[2]!
}
