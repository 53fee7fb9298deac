/** Findings before publishing: live, with "show me" and "fix it"; errors hold publishing back, warnings do not. */
import { expect, test } from './studio-test.ts'
import { canvasOf, waitUntilSaved } from './studio.ts'

test('a dead button holds publishing back until it leads somewhere', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Insert Icon links' }).click()
  const canvas = canvasOf(studio)
  await expect(canvas.locator('.b-icon-navigation').last()).toBeVisible()

  await studio.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = studio.getByRole('dialog', { name: 'Publish' })
  const finding = dialog.locator('[data-finding=dead-button]')
  await expect(finding).toContainText('A button leads nowhere.')
  await expect(dialog.getByRole('button', { name: 'Publish now' })).toBeDisabled()

  await finding.getByRole('button', { name: 'Show me' }).click()
  await expect(dialog).toBeHidden()
  const inspector = studio.getByTestId('inspector')
  await expect(inspector).toContainText('Icon links')

  await studio.getByTestId('canvas').press('Delete')
  await studio.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(studio.getByRole('button', { name: 'Publish now' })).toBeEnabled()
})

test('sample text is found while one works, removed by its fix, and brought back by undo', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Insert Text' }).click()
  await studio.getByRole('button', { name: /^Checks/ }).click()
  const row = studio.getByTestId('checks').locator('[data-finding=sample-text]')
  await expect(row).toContainText('Sample text is still there')
  await row.getByRole('button', { name: 'Fix: remove the text' }).click()
  await expect(row).toHaveCount(0)
  await studio.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(row).toHaveCount(1)
  await row.getByRole('button', { name: 'Show me' }).click()
  await expect(studio.getByTestId('selection')).toBeVisible()
})

test('a warning is shown before publishing and does not hold it back', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Insert Text' }).click()
  await expect(studio.getByTestId('selection')).toBeVisible()
  await waitUntilSaved(studio)
  await studio.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = studio.getByRole('dialog', { name: 'Publish' })
  await expect(dialog).toContainText('One thing is worth a look. You can publish all the same.')
  await dialog.getByRole('button', { name: 'Publish now' }).click()
  await expect(dialog.getByRole('status')).toContainText('Version 1 is live')
})
