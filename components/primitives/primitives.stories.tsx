import { useState } from 'react'
import type { StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { iconPaths } from './icon-paths.ts'
import { Button, Icon, Input, Label, Picker, Sheet, Switch, Text, Textarea, View } from './index.ts'
import './primitives.stories.css'

export default { title: 'Kit/Primitives' }

export const Icons: StoryObj = {
  render: () => (
    <View className="demo-icons">
      {Object.keys(iconPaths).map((name) => (
        <View key={name} className="demo-icons__one">
          <Icon name={name} size={24} />
          <Text>{name}</Text>
        </View>
      ))}
    </View>
  ),
}

function FormDemo() {
  const [on, setOn] = useState(true)
  const [size, setSize] = useState('1')
  const sizes = ['Small', 'Medium', 'Large']
  return (
    <View className="demo-form">
      <Label for="demo-name">Name</Label>
      <Input id="demo-name" placeholder="Ann" autoFill="name" />
      <Label for="demo-note">Note</Label>
      <Textarea id="demo-note" placeholder="No coriander, please" />
      <View className="demo-form__row">
        <Text>Tell me when it is ready</Text>
        <Switch ariaLabel="Tell me when it is ready" checked={on} onChange={(event) => setOn(event.detail.value)} />
      </View>
      <Picker ariaLabel="Size" range={sizes} value={size} onChange={(event) => setSize(event.detail.value)}>
        <View className="demo-form__row">
          <Text>{sizes[Number(size)]}</Text>
          <Icon name="chevron-down" />
        </View>
      </Picker>
    </View>
  )
}

export const Form: StoryObj = {
  render: () => <FormDemo />,
  play: async ({ canvasElement }) => {
    const form = within(canvasElement)
    await userEvent.click(form.getByRole('switch'))
    await expect(form.getByRole('switch')).not.toBeChecked()
    await userEvent.selectOptions(form.getByRole('combobox'), 'Large')
    await expect(form.getByText('Large', { selector: 'span' })).toBeVisible()
  },
}

function SheetDemo() {
  const [open, setOpen] = useState(false)
  return (
    <View className="demo-form">
      <Button className="demo-button" onClick={() => setOpen(true)}>
        Choose a size
      </Button>
      <Sheet open={open} title="Choose a size" closeLabel="Close" onClose={() => setOpen(false)}>
        <View className="demo-form">
          {['Small', 'Medium', 'Large'].map((size) => (
            <Button key={size} className="demo-button" onClick={() => setOpen(false)}>
              {size}
            </Button>
          ))}
        </View>
      </Sheet>
    </View>
  )
}

const openSheet = async (canvasElement: HTMLElement) => {
  const page = within(canvasElement)
  await userEvent.click(page.getByRole('button', { name: 'Choose a size' }))
  return page.findByRole('dialog', { name: 'Choose a size' })
}

const pageBehindScrolls = () => getComputedStyle(document.documentElement).overflow !== 'hidden'

export const SheetOpen: StoryObj = {
  render: () => <SheetDemo />,
  play: async ({ canvasElement }) => {
    const sheet = await openSheet(canvasElement)
    await expect(sheet).toContainElement(document.activeElement as HTMLElement)
    await expect(within(sheet).getByRole('button', { name: 'Close' })).toBeVisible()
    await expect(pageBehindScrolls()).toBe(false)
  },
}

export const SheetClosedByChoice: StoryObj = {
  render: () => <SheetDemo />,
  play: async ({ canvasElement }) => {
    const sheet = await openSheet(canvasElement)
    await userEvent.click(within(sheet).getByRole('button', { name: 'Large' }))
    await waitFor(() => expect(within(canvasElement).queryByRole('dialog')).toBeNull())
    await expect(within(canvasElement).getByRole('button', { name: 'Choose a size' })).toHaveFocus()
    await expect(pageBehindScrolls()).toBe(true)
  },
}

/** A press beside the panel is a press on the dialog's own box. */
export const SheetClosedByScrim: StoryObj = {
  render: () => <SheetDemo />,
  play: async ({ canvasElement }) => {
    await userEvent.click(await openSheet(canvasElement))
    await waitFor(() => expect(within(canvasElement).queryByRole('dialog')).toBeNull())
  },
}

export const SheetDraggedAway: StoryObj = {
  render: () => <SheetDemo />,
  play: async ({ canvasElement }) => {
    const sheet = await openSheet(canvasElement)
    const handle = sheet.querySelector('.sw-sheet__handle') as HTMLElement
    // The pointer of a test is not captured by anything.
    handle.setPointerCapture = () => {}
    const drag = (type: string, clientY: number) =>
      handle.dispatchEvent(new PointerEvent(type, { clientY, pointerId: 1, bubbles: true }))
    drag('pointerdown', 300)
    drag('pointermove', 340)
    drag('pointerup', 340)
    await expect(sheet).toBeVisible()
    drag('pointerdown', 300)
    drag('pointermove', 420)
    drag('pointerup', 420)
    await waitFor(() => expect(within(canvasElement).queryByRole('dialog')).toBeNull())
  },
}
