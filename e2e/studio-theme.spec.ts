/** The theme panel: finished themes, colours of one's own, contrast, dark mode. */
import type { Page } from '@playwright/test'
import { expect, test } from './studio-test.ts'
import { canvasOf } from './studio.ts'

const variable = (studio: Page, name: string) =>
  canvasOf(studio)
    .locator('html')
    .evaluate((root, key) => getComputedStyle(root).getPropertyValue(key).trim(), name)
const undo = (studio: Page) => studio.getByRole('button', { name: /^Undo/ }).first().click()

test.beforeEach(async ({ studio }) => {
  await studio.getByRole('button', { name: 'Theme', exact: true }).click()
  await studio.getByRole('region', { name: 'Finished themes' }).waitFor()
})

test('a finished theme changes the canvas at once, whole, and goes with one undo', async ({ studio }) => {
  const before = await variable(studio, '--sw-ground')
  await expect(studio.getByRole('button', { name: /^Theme / })).toHaveCount(12)
  await studio.getByRole('button', { name: 'Theme Tea house' }).click()
  await expect.poll(() => variable(studio, '--sw-ground')).toBe('#f1eee1')
  expect(await variable(studio, '--sw-radius')).toBe('2px')
  expect(await variable(studio, '--sw-picture-pad')).toBe('6px')
  await expect(studio.getByRole('button', { name: 'Theme Tea house' })).toHaveAttribute('aria-pressed', 'true')
  // The next one leaves nothing of it.
  await studio.getByRole('button', { name: 'Theme Clinic' }).click()
  await expect.poll(() => variable(studio, '--sw-ground')).toBe('#f3f8fa')
  expect(await variable(studio, '--sw-picture-pad')).toBe('')
  await expect(studio.getByRole('button', { name: 'Undo: Apply the theme “Clinic”' })).toBeVisible()
  await undo(studio)
  await expect.poll(() => variable(studio, '--sw-ground')).toBe('#f1eee1')
  await undo(studio)
  await expect.poll(() => variable(studio, '--sw-ground')).toBe(before)
})

test('a text colour that cannot be read is found, and one button puts it right', async ({ studio }) => {
  const contrast = studio.getByTestId('contrast')
  await expect(contrast).toHaveText('Every text can be read')
  await studio.getByRole('textbox', { name: 'Text · By itself', exact: true }).fill('#d8d0c8')
  await expect(contrast).toContainText('One text is hard to read')
  await expect(contrast).toContainText('4.5 : 1 is needed')
  await expect.poll(() => variable(studio, '--sw-ink')).toBe('#d8d0c8')
  await contrast.getByRole('button', { name: 'Make it readable' }).click()
  await expect(contrast).toHaveText('Every text can be read')
  await expect.poll(() => variable(studio, '--sw-ink')).not.toBe('#d8d0c8')
  await undo(studio)
  await expect(contrast).toContainText('One text is hard to read')
  await studio.getByRole('button', { name: 'Text: choose by itself again' }).click()
  await expect(contrast).toHaveText('Every text can be read')
})

test('dark mode, with a ground of its own', async ({ studio }) => {
  const scheme = studio.getByRole('radiogroup', { name: 'Light or dark' })
  await scheme.getByRole('radio', { name: 'Dark' }).click()
  await expect.poll(() => variable(studio, 'color-scheme')).toBe('dark')
  await studio.getByRole('textbox', { name: 'Ground in the dark · By itself', exact: true }).fill('#101820')
  await expect.poll(() => variable(studio, '--sw-ground')).toBe('#101820')
  await scheme.getByRole('radio', { name: 'Phone' }).click()
  await expect.poll(() => variable(studio, 'color-scheme')).toBe('light')
  await undo(studio)
  await expect.poll(() => variable(studio, '--sw-ground')).toBe('#101820')
})

test('type, room, pictures and the pattern of the ground reach the canvas', async ({ studio }) => {
  await studio.getByRole('radiogroup', { name: 'Headings are' }).getByRole('radio', { name: 'Bold' }).click()
  await expect.poll(() => variable(studio, '--sw-heading-weight')).toBe('800')
  await studio.getByRole('radiogroup', { name: 'Room' }).getByRole('radio', { name: 'Airy' }).click()
  await expect.poll(() => variable(studio, '--sw-inset')).toBe('22px')
  await studio.getByRole('radiogroup', { name: 'Pictures' }).getByRole('radio', { name: 'Arch' }).click()
  await expect.poll(() => variable(studio, '--sw-picture-radius')).toContain('999px')
  await studio.getByRole('radiogroup', { name: 'Pattern of the ground' }).getByRole('radio', { name: 'Dots' }).click()
  await expect
    .poll(() =>
      canvasOf(studio)
        .locator('.sw-shell')
        .evaluate((shell) => getComputedStyle(shell).backgroundImage),
    )
    .toContain('radial-gradient')
  for (let step = 0; step < 4; step++) await undo(studio)
  expect(await variable(studio, '--sw-heading-weight')).toBe('')
  expect(await variable(studio, '--sw-ground-image')).toBe('')
})

test('roundness, size and families of type are set by hand, and taken back step by step', async ({ studio }) => {
  const names = ['--sw-radius', '--sw-scale', '--sw-font', '--sw-heading-font'] as const
  const look = () => Promise.all(names.map((name) => variable(studio, name)))
  const before = await look()
  const slide = async (label: string, name: (typeof names)[number], to: 'Home' | 'End', value: string) => {
    await studio.getByRole('slider', { name: label }).press(to)
    await expect.poll(() => variable(studio, name)).toBe(value)
  }
  await slide('Roundness', '--sw-radius', 'End', '32px')
  await slide('Type size', '--sw-scale', 'End', '1.4')
  const family = async (label: string, now: string, next: string, name: (typeof names)[number], font: RegExp) => {
    await studio.getByRole('button', { name: `${now} ${label}`, exact: true }).click()
    await studio.getByRole('option', { name: next }).click()
    await expect.poll(() => variable(studio, name)).toMatch(font)
  }
  await family('Text', 'Plain', 'Typewriter', '--sw-font', /monospace$/)
  await family('Headings', 'As the text', 'Serif', '--sw-heading-font', /serif$/)
  for (let step = 0; step < 4; step++) await undo(studio)
  await expect.poll(look).toEqual(before)
})
