// @vitest-environment happy-dom
import {
  Component,
  createContext,
  memo,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { createStore } from '../store.ts'

let place: HTMLElement

beforeEach(() => {
  document.body.innerHTML = '<main></main>'
  place = document.querySelector('main')!
})

/** What was asked to be drawn again, is. */
const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve))

const list = (names: string) => [...names].map((name) => <li key={name}>{name}</li>)

test('what keeps its key keeps its element, wherever it goes', () => {
  const root = createRoot(place)
  root.render(list('abcdef'))
  for (const order of ['fabcde', 'bcdefa', 'fedcba', 'ace', 'xaybzc', 'abcdef', '', 'fa']) {
    const before = new Map([...place.children].map((element) => [element.textContent, element]))
    root.render(list(order))
    expect(place.textContent).toBe(order)
    for (const element of place.children) expect(before.get(element.textContent) ?? element).toBe(element)
  }
})

test.each([
  ['to the front', 'abcdef', 'fabcde'],
  ['to the end', 'abcdef', 'bcdefa'],
  ['in the middle', 'abcdef', 'acdebf'],
])('one that goes %s is the only one that is moved', (_, before, after) => {
  const root = createRoot(place)
  root.render(list(before))
  const moved = vi.spyOn(place, 'insertBefore')
  root.render(list(after))
  expect(place.textContent).toBe(after)
  expect(moved).toHaveBeenCalledTimes(1)
})

test('what comes and goes leaves what stands after it as it is', () => {
  const root = createRoot(place)
  const draw = (isShown: boolean) => root.render([isShown && <i>first</i>, 'text', null, <b>last</b>])
  draw(false)
  const last = place.querySelector('b')
  draw(true)
  expect(place.innerHTML).toBe('<i>first</i>text<b>last</b>')
  expect(place.querySelector('b')).toBe(last)
  draw(false)
  expect(place.innerHTML).toBe('text<b>last</b>')
})

test('several changes of one state are drawn once; the same value again is not drawn at all', async () => {
  const drawn: number[] = []
  let add: () => void = () => {}
  let same: () => void = () => {}
  function Counter() {
    const [count, setCount] = useState(0)
    add = () => setCount((now) => now + 1)
    same = () => setCount((now) => now)
    drawn.push(count)
    return <b>{count}</b>
  }
  createRoot(place).render(<Counter />)
  add()
  add()
  await settled()
  same()
  await settled()
  expect(drawn).toEqual([0, 2])
  expect(place.textContent).toBe('2')
})

test('effects begin inside first, layout before the rest, and end when what they depend on changes or they go', async () => {
  const told: string[] = []
  function Told({ name, children }: { readonly name: string; readonly children?: ReactNode }) {
    useEffect(() => {
      told.push(`${name} begins`)
      return () => void told.push(`${name} ends`)
    }, [name])
    useLayoutEffect(() => void told.push(`${name} laid out`), [name])
    return <div>{children}</div>
  }
  const root = createRoot(place)
  root.render(
    <Told name="outer">
      <Told name="inner" />
    </Told>,
  )
  expect(told).toEqual(['inner laid out', 'outer laid out'])
  await expect.poll(() => told.slice(2)).toEqual(['inner begins', 'outer begins'])
  root.render(
    <Told name="outer">
      <Told name="other" />
    </Told>,
  )
  await expect.poll(() => told.slice(4)).toEqual(['other laid out', 'inner ends', 'other begins'])
  root.unmount()
  expect(told.slice(7)).toEqual(['outer ends', 'other ends'])
})

test('an element is handed over while it stands', () => {
  const seen: (string | undefined)[] = []
  function Box() {
    const box = useRef<HTMLDivElement>(null)
    useLayoutEffect(() => {
      seen.push(box.current?.id)
      return () => void seen.push(String(box.current?.isConnected))
    }, [])
    return <div ref={box} id="box" />
  }
  const root = createRoot(place)
  root.render(<Box />)
  root.unmount()
  expect(seen).toEqual(['box', 'true'])
})

test('a view that keeps is not asked again for the same properties, and hears of its context all the same', async () => {
  const Colour = createContext('none')
  const drawn: string[] = []
  const Kept = memo(function Kept({ name }: { readonly name: string }) {
    drawn.push(`${name} ${useContext(Colour)}`)
    return null
  })
  const draw = (colour: string, name: string) =>
    root.render(
      <Colour.Provider value={colour}>
        <Kept name={name} />
      </Colour.Provider>,
    )
  const root = createRoot(place)
  draw('red', 'a')
  draw('red', 'a')
  draw('blue', 'a')
  await settled()
  draw('blue', 'b')
  expect(drawn).toEqual(['a red', 'a blue', 'b blue'])
})

test('what changes between drawing and following is noticed', async () => {
  const store = createStore(1)
  function Follows() {
    return <b>{useSyncExternalStore(store.subscribe, store.get, store.get)}</b>
  }
  createRoot(place).render(<Follows />)
  store.set(2)
  await expect.poll(() => place.textContent).toBe('2')
  store.set(3)
  await settled()
  expect(place.textContent).toBe('3')
})

class Fence extends Component<{ readonly told: unknown[]; readonly instead: ReactNode; readonly children: ReactNode }> {
  override state = { failed: false }

  override componentDidCatch(error: unknown): void {
    this.props.told.push((error as Error).message)
    this.setState({ failed: true })
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children
  }
}

function Throws({ what }: { readonly what: string }): ReactNode {
  throw new Error(what)
}

test('what throws costs its own box, several in one box too; what is drawn instead and throws costs the box around', async () => {
  const told: string[] = []
  const outer: string[] = []
  createRoot(place).render(
    <Fence told={outer} instead="outer box">
      <p>beside</p>
      <Fence told={told} instead="box">
        <Throws what="one" />
        <Throws what="two" />
      </Fence>
    </Fence>,
  )
  await settled()
  expect([told, outer, place.innerHTML]).toEqual([['one', 'two'], [], '<p>beside</p>box'])
  createRoot(document.body.appendChild(document.createElement('section'))).render(
    <Fence told={outer} instead="outer box">
      <Fence told={told} instead={<Throws what="again" />}>
        <Throws what="three" />
      </Fence>
    </Fence>,
  )
  await settled()
  await settled()
  expect([told.slice(2), outer]).toEqual([['three'], ['again']])
  expect(document.querySelector('section')?.innerHTML).toBe('outer box')
})

test('what was begun around something that throws ends with it', async () => {
  const told: string[] = []
  function Begins() {
    useLayoutEffect(() => {
      told.push('begins')
      return () => void told.push('ends')
    }, [])
    return <Throws what="inside" />
  }
  createRoot(place).render(
    <Fence told={[]} instead={null}>
      <Begins />
    </Fence>,
  )
  await settled()
  expect([told, place.innerHTML]).toEqual([['begins', 'ends'], ''])
})

test('what the server drew is taken over as it stands: no element is another one, and every one reacts', () => {
  const taps: string[] = []
  const Page = ({ name }: { readonly name: string }) => (
    <section className="page" data-name={name}>
      <h1>Hello {name}!</h1>
      {name === 'nobody' ? null : <button onClick={() => taps.push(name)}>Tap</button>}
      <svg viewBox="0 0 24 24">
        <path d="M0 0" />
      </svg>
    </section>
  )
  place.innerHTML = renderToString(<Page name="Ann" />)
  const before = [...place.querySelectorAll('*')]
  hydrateRoot(place, <Page name="Ann" />)
  expect([...place.querySelectorAll('*')]).toEqual(before)
  expect(place.querySelector('h1')?.textContent).toBe('Hello Ann!')
  place.querySelector('button')!.click()
  expect(taps).toEqual(['Ann'])
})

test('where the server drew something else, the page says what is so now', () => {
  place.innerHTML = '<p>old</p><i>gone</i><b>stays</b>'
  const stays = place.querySelector('b')
  hydrateRoot(place, [<p>new</p>, <b>stays</b>, <u>more</u>])
  expect(place.innerHTML).toBe('<p>new</p><b>stays</b><u>more</u>')
  expect(place.querySelector('b')).toBe(stays)
})

test('what somebody typed before the page came alive is theirs', () => {
  const drawing = <input value="" onInput={() => {}} />
  place.innerHTML = renderToString(drawing)
  place.querySelector('input')!.value = 'noodles'
  const root = hydrateRoot(place, drawing)
  expect(place.querySelector('input')!.value).toBe('noodles')
  root.render(<input value="soup" onInput={() => {}} />)
  expect(place.querySelector('input')!.value).toBe('soup')
})

test('which option is chosen is said once there are options, and follows what is drawn', () => {
  const draw = (value: string, names: readonly string[]) =>
    root.render(
      <select value={value} onChange={() => {}}>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>,
    )
  const root = createRoot(place)
  draw('b', ['a', 'b'])
  expect(place.querySelector('select')!.value).toBe('b')
  draw('c', ['c', 'a', 'b'])
  expect(place.querySelector('select')!.value).toBe('c')
})

test('ids that the page makes are none that the server made, and what belongs together stays together', () => {
  function Labelled() {
    const id = useId()
    return (
      <>
        <label htmlFor={id}>Name</label>
        <input id={id} />
      </>
    )
  }
  place.innerHTML = renderToString([<Labelled />, <Labelled />])
  const drawnBefore = place.querySelector('input')!.id
  hydrateRoot(place.appendChild(document.createElement('div')), <Labelled />)
  hydrateRoot(place, [<Labelled />, <Labelled />])
  const ids = [...place.querySelectorAll('input')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).not.toContain(drawnBefore)
  expect([...place.querySelectorAll('label')].map((label) => label.htmlFor)).toEqual(ids)
})

test('a listener is the latest one; what an event has drawn does not hear the rest of that event', async () => {
  const heard: string[] = []
  function Opens() {
    const [open, setOpen] = useState(false)
    const outer = open ? { onClick: () => heard.push('outer') } : {}
    const press = () => {
      heard.push(open ? 'again' : 'first')
      setOpen(true)
    }
    return (
      <div {...outer}>
        <button onClick={press} />
      </div>
    )
  }
  createRoot(place).render(<Opens />)
  const button = place.querySelector('button')!
  // A browser draws between the listeners of one tap; here that is done by hand.
  button.addEventListener('click', () => heard.push('browser'))
  button.click()
  await settled()
  button.click()
  expect(heard).toEqual(['first', 'browser', 'again', 'browser', 'outer'])
})

test('what was merely read as data is no drawing', () => {
  const data = JSON.parse('{"type":"img","props":{"src":"x","onerror":"alert(1)"},"key":null}') as ReactNode
  createRoot(place).render(<p>{data}</p>)
  expect(place.innerHTML).toBe('<p></p>')
  expect(renderToString(<p>{data}</p>)).toBe('<p></p>')
})

test('as text: escaped, empty attributes without a value, lists with what is chosen', () => {
  expect(
    renderToString(
      <div title={'"<&'} hidden aria-hidden={false} style={{ color: 'red', '--own': '1', marginTop: '2px' } as object}>
        {'<b> & "c"'}
        {0}
        {false}
        <img alt="" src="/p" />
        <input type="radio" defaultChecked />
        <textarea value="a<b" readOnly />
        <select value="2" onChange={() => {}}>
          <option value="1">one</option>
          <option value="2">two</option>
        </select>
      </div>,
    ),
  ).toBe(
    '<div title="&quot;&lt;&amp;" hidden aria-hidden="false" style="color:red;--own:1;margin-top:2px;">&lt;b> &amp; &quot;c&quot;0' +
      '<img alt src="/p"/><input type="radio" checked/><textarea readonly>a&lt;b</textarea>' +
      '<select><option value="1">one</option><option value="2" selected>two</option></select></div>',
  )
})

test('as text, what throws costs its own box as well', () => {
  const told: string[] = []
  const html = renderToString([
    <p>beside</p>,
    <Fence told={told} instead="box">
      <Throws what="one" />
    </Fence>,
  ])
  expect([html, told]).toEqual(['<p>beside</p>box', ['one']])
})
