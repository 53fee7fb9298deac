// @vitest-environment happy-dom
/** The web's primitives against the table: what it names has an effect, and nothing else has. */
import type { ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, test } from 'vitest'
import * as web from '../index.ts'
import { type Primitive, type PrimitiveName, primitives } from '../spec.ts'
import { iconPaths } from '../icon-paths.ts'
import { offerIcons } from './icons.ts'

offerIcons(iconPaths)

type AnyProps = { readonly [name: string]: unknown }
const all: { readonly [name: string]: unknown } = web
const draw = (name: PrimitiveName, props: AnyProps) => {
  const One = all[name] as ComponentType<AnyProps>
  return renderToString(<One {...props} />)
}

/** Two values of every kind that are not what the web takes by default. */
const values: { readonly [kind: string]: readonly [unknown, unknown] } = {
  text: ['one', 'two'],
  number: [1, 2],
  'yes-no': [true, false],
  texts: [['a'], ['b']],
  icon: ['plus', 'minus'],
}

/** Without these there is nothing to see of the others. */
const base: { readonly [Name in PrimitiveName]?: AnyProps } = {
  Image: { src: '/a.webp' },
  Picker: { range: ['a', 'b'], value: '0' },
  Tabs: { count: 3 },
  Swiper: { children: [<web.SwiperItem key="1" />, <web.SwiperItem key="2" />] },
}

/** What shows only once it is alive; each has a test of its own below, in `waking-box.test.tsx` or among the stories. */
const onlyAlive: { readonly [Name in PrimitiveName]?: readonly string[] } = {
  View: ['wakesAlone'],
  Input: ['focus'],
  Textarea: ['focus'],
  ScrollView: ['scrollIntoView', 'scrollWithAnimation'],
  Swiper: ['autoplay', 'interval', 'current'],
}

describe.each(Object.keys(primitives) as PrimitiveName[])('%s', (name) => {
  const { props, children }: Primitive = primitives[name]
  const mode = name === 'Picker' ? { mode: 'date' } : {}
  const shown = name === 'Sheet' ? { open: true, title: 'A sheet' } : {}

  test.each(Object.keys(props).filter((prop) => !onlyAlive[name]?.includes(prop)))('%s has an effect', (prop) => {
    const kind = props[prop]!
    const [one, two] = typeof kind === 'string' ? values[kind]! : [kind[0], kind.at(-1)]
    const around = prop === 'range' || prop === 'mode' ? base[name] : { ...base[name], ...mode }
    const with_ = (value: unknown) => draw(name, { ...around, ...shown, [prop]: value })
    expect(with_(one)).not.toBe(with_(two))
  })

  test('what the table does not name does not reach the page', () => {
    const html = draw(name, {
      ...base[name],
      ...shown,
      onmouseover: 'x()',
      innerHTML: '<b>',
      dangerouslySetInnerHTML: { __html: '<b>' },
    })
    expect(html).not.toMatch(/mouseover|<b>|innerHTML/i)
  })

  test('it takes an id, a class and what readers are told', () => {
    const html = draw(name, { ...base[name], ...shown, id: 'own', className: 'b-own', ariaDescribedby: 'more' })
    // A head's is the one that its panel is named by.
    if (name !== 'TabHead') expect(html).toContain('id="own"')
    expect(html).toMatch(/class="[^"]*\bb-own\b/)
    if (name !== 'Icon') expect(html).toContain('aria-describedby="more"')
  })

  if (children === 'none')
    test('holds nothing', () => {
      expect(draw(name, { ...base[name], children: 'inside' })).not.toContain('inside')
    })
  else
    test('holds what is put into it', () => {
      const One = all[name] as ComponentType<AnyProps>
      expect(
        renderToString(<One {...base[name]} {...shown} {...{ children: <web.Text>inside</web.Text> }} />),
      ).toContain('inside')
    })
})

const mounted: { unmount(): void }[] = []
afterEach(() => {
  for (const root of mounted.splice(0)) root.unmount()
  document.body.replaceChildren()
})

/** Draws it in the page. @returns the element that it is */
async function mount(
  drawing: Parameters<ReturnType<typeof createRoot>['render']>[0],
  selector: string,
): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  mounted.push(root)
  root.render(drawing)
  await expect.poll(() => place.querySelector(selector)).toBeTruthy()
  return place.querySelector(selector) as HTMLElement
}

/** How each native event comes about in a browser, and what it then carries. */
const happens: {
  readonly [native: string]: { readonly act: (element: HTMLElement) => void; readonly detail: unknown }
} = {
  tap: { act: (element) => element.click(), detail: {} },
  input: {
    act: (element) => {
      ;(element as HTMLInputElement).value = 'typed'
      element.dispatchEvent(new Event('input', { bubbles: true }))
    },
    detail: { value: 'typed' },
  },
  focus: { act: (element) => element.dispatchEvent(new FocusEvent('focus')), detail: {} },
  blur: { act: (element) => element.dispatchEvent(new FocusEvent('blur')), detail: {} },
  confirm: {
    act: (element) => element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })),
    detail: { value: '' },
  },
  scroll: { act: (element) => element.dispatchEvent(new Event('scroll')), detail: { scrollTop: 0, scrollLeft: 0 } },
  scrolltolower: { act: (element) => element.dispatchEvent(new Event('scroll')), detail: {} },
  close: { act: (element) => element.dispatchEvent(new Event('cancel', { cancelable: true })), detail: {} },
}
/** The same word is another thing in each of these. */
const changes: {
  readonly [name: string]: {
    readonly selector: string
    readonly act: (element: HTMLElement) => void
    readonly detail: unknown
  }
} = {
  Switch: { selector: 'input', act: (element) => element.click(), detail: { value: true } },
  Picker: {
    selector: 'select',
    act: (element) => {
      ;(element as HTMLSelectElement).value = '1'
      element.dispatchEvent(new Event('change', { bubbles: true }))
    },
    detail: { value: '1' },
  },
  Swiper: {
    selector: '.sw-swiper__track',
    act: (element) => {
      Object.defineProperty(element, 'clientWidth', { value: 300 })
      element.scrollLeft = 300
      element.dispatchEvent(new Event('scroll'))
    },
    detail: { current: 1 },
  },
}

const events = (Object.entries(primitives) as [PrimitiveName, Primitive][]).flatMap(([name, primitive]) =>
  Object.entries(primitive.events).map(([event, { native }]) => [name, event, native] as const),
)

test.each(events)('%s tells of %s', async (name, event, native) => {
  const One = all[name] as ComponentType<AnyProps>
  const how = changes[name] && native === 'change' ? changes[name] : happens[native]
  expect(how, `nothing here makes "${native}" happen`).toBeDefined()
  const told: unknown[] = []
  const shown = name === 'Sheet' ? { open: true, title: 'A sheet' } : {}
  const selector = changes[name] && native === 'change' ? changes[name].selector : '*'
  const element = await mount(
    <One {...base[name]} {...shown} {...{ [event]: ({ detail }: { detail: unknown }) => told.push(detail) }} />,
    selector,
  )
  how?.act(element)
  expect(told).toEqual([how?.detail])
})

test('a press by keyboard is a press, and stays within what was pressed', async () => {
  const pressed: string[] = []
  const outer = await mount(
    <web.View onClick={() => pressed.push('outer')}>
      <web.View
        id="inner"
        onClick={(event) => {
          event.stopPropagation()
          pressed.push('inner')
        }}
      />
    </web.View>,
    '.sw-view',
  )
  const inner = outer.querySelector('#inner') as HTMLElement
  inner.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  outer.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))
  expect(pressed).toEqual(['inner', 'outer'])
  inner.click()
  expect(pressed).toEqual(['inner', 'outer', 'inner'])
  expect([inner.getAttribute('role'), inner.tabIndex]).toEqual(['button', 0])
})

test('enter in the middle of composing confirms nothing', async () => {
  const confirmed: string[] = []
  const input = await mount(<web.Input value="ni" onConfirm={(event) => confirmed.push(event.detail.value)} />, 'input')
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }))
  expect(confirmed).toEqual([])
})

test('an input takes the focus when it is asked to', async () => {
  const input = await mount(<web.Input focus />, 'input')
  await expect.poll(() => document.activeElement).toBe(input)
  const textarea = await mount(<web.Textarea focus />, 'textarea')
  await expect.poll(() => document.activeElement).toBe(textarea)
})

test('a link keeps what a person asked the browser for', async () => {
  const followed: unknown[] = []
  const link = await mount(<web.Navigator url="/menu" onClick={() => followed.push(1)} />, 'a')
  const press = (keys: MouseEventInit) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...keys })
    link.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(press({ ctrlKey: true })).toBe(false)
  expect(press({ shiftKey: true })).toBe(false)
  expect(followed).toEqual([])
  expect(press({})).toBe(true)
  expect(followed).toEqual([1])
})

test('a heading is one, at its level', () => {
  expect(renderToString(<web.Text ariaRole="heading" ariaLevel={4} />)).toMatch(/^<h4/)
  expect(renderToString(<web.Text ariaRole="heading" ariaLevel={9} />)).toMatch(/^<h6/)
})
