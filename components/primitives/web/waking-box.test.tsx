// @vitest-environment happy-dom
import { Component, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { View } from '../index.ts'
import { takeOver } from './waking-box.tsx'

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { failed: false }

  override componentDidCatch(): void {
    this.setState({ failed: true })
  }

  override render(): ReactNode {
    return this.state.failed ? <p>A box</p> : this.props.children
  }
}

function Throws(): ReactNode {
  throw new Error('thrown on purpose')
}

test('what throws as a touch wakes it becomes the box of the block around it', async () => {
  const container = document.createElement('div')
  container.innerHTML = '<div class="sw-view" id="row"><b>Stands</b></div>'
  document.body.append(container)
  takeOver(
    container,
    <Boundary>
      <View id="row" wakesAlone>
        <Throws />
      </View>
    </Boundary>,
  )
  expect(container.textContent).toBe('Stands')
  container.querySelector('#row')!.dispatchEvent(new Event('pointerdown'))
  await expect.poll(() => container.textContent).toBe('A box')
})

test('boxes within boxes wake on the way to what is touched, and no others', async () => {
  const drawn: string[] = []
  const Row = ({ name }: { readonly name: string }): ReactNode => {
    drawn.push(name)
    return <b onClick={() => drawn.push(`tap on ${name}`)}>{name}</b>
  }
  const container = document.createElement('div')
  const list = (id: string) =>
    `<div class="sw-view" id="${id}"><div class="sw-view" id="${id}1"><b>${id}1</b></div><div class="sw-view" id="${id}2"><b>${id}2</b></div></div>`
  container.innerHTML = list('a') + list('b')
  document.body.append(container)
  const drawList = (id: string) => (
    <View id={id} wakesAlone>
      {[`${id}1`, `${id}2`].map((name) => (
        <View key={name} id={name} wakesAlone>
          <Row name={name} />
        </View>
      ))}
    </View>
  )
  takeOver(
    container,
    <>
      {drawList('a')}
      {drawList('b')}
    </>,
  )
  const touched = container.querySelector('#a2 b')!
  touched.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  touched.dispatchEvent(new Event('click', { bubbles: true }))
  expect(drawn).toEqual(['a2', 'tap on a2'])
  expect(container.textContent).toBe('a1a2b1b2')
})
