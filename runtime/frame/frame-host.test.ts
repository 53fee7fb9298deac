// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { Host } from '#components/kit/host.ts'
import { createDataStore } from '../data-store.ts'
import type { ProgramState } from '../program-state.ts'
import { createStore } from '../store.ts'
import { createFrameHost } from './frame-host.ts'
import type { FromFrame } from './protocol.ts'

const sent: FromFrame[] = []
beforeEach(() => {
  sent.length = 0
  document.body.replaceChildren()
})

function hostIn(mode: 'canvas' | 'preview') {
  const facts = createStore({ pages: new Map(), language: 'en' })
  return createFrameHost({
    mode,
    state: { facts } as unknown as ProgramState,
    data: createDataStore(),
    answering: (real) => real,
    open: () => {},
    send: (message) => sent.push(message),
  })
}

/** Everything that would leave a trace outside, asked of a host. */
const traces: { readonly [name: string]: (host: Host) => Promise<unknown> } = {
  pay: (host) => host.pay({ cashierUrl: '/cashier' } as never),
  login: (host) => host.login({ nodeId: 'n', reason: 'membership', fields: [] }),
  phone: (host) => host.phone({ nodeId: 'n', reason: 'membership' }),
  scan: (host) => host.scan(),
  chooseFiles: (host) => host.chooseFiles(['image/png']),
  share: (host) => host.share({ title: 'Noodles' }),
  openMap: (host) => host.openMap(),
  copy: (host) => host.copy('laoxiang88'),
  saveToCalendar: (host) => host.saveToCalendar({ id: 'b' } as never),
  request: (host) => host.request('/public.json'),
  placeOrder: (host) => host.shop.placeOrder({} as never, 'key'),
}

test.each(Object.keys(traces))('neither canvas nor preview does it: %s', async (name) => {
  for (const mode of ['canvas', 'preview'] as const)
    expect(await traces[name]?.(hostIn(mode)), mode).toMatchObject({ ok: false, failure: { code: 'preview-only' } })
  expect(sent).toEqual([])
})

test('the preview says in passing what would happen, the canvas says nothing', async () => {
  const toast = () => document.querySelector('.sw-toast')?.textContent
  await hostIn('canvas').call('+86 21 5555')
  await hostIn('canvas').toast('Taken')
  expect(toast()).toBeUndefined()
  await hostIn('preview').call('+86 21 5555')
  expect(toast()).toBe('tel:+86215555')
  await hostIn('preview').share({ title: 'Noodles' })
  expect(toast()).toBe('This works once the program is published.')
  await hostIn('preview').toast('Taken')
  expect(toast()).toBe('Taken')
})

test('the preview keeps values for as long as it is open; the canvas keeps none', async () => {
  const [canvas, preview] = [hostIn('canvas'), hostIn('preview')]
  for (const host of [canvas, preview]) await host.storage.set('size', 'l')
  expect(await canvas.storage.get('size')).toBeUndefined()
  expect(await preview.storage.get('size')).toBe('l')
  preview.forget()
  expect(await preview.storage.get('size')).toBeUndefined()
})
