/** For browser tests: a page that stands in for the editor, with the frame in it and everything the frame says kept. */
import type { Page } from '@playwright/test'
import type { CompiledNode, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import { findDefinition } from '#components/definitions.ts'
import { defaultProps } from '#components/kit/default-props.ts'
import type { FromFrame, ToFrame } from '../frame/protocol.ts'

const html = `<!doctype html><meta charset="utf-8"><title>Editor</title>
<iframe id="frame" title="Canvas" sandbox="allow-scripts allow-forms" style="width:390px;height:700px;border:0"></iframe>
<script>
  const frame = document.getElementById('frame')
  window.said = []
  window.waiting = []
  frame.addEventListener('load', () => {
    const { port1, port2 } = new MessageChannel()
    window.port = port1
    port1.onmessage = ({ data }) => {
      window.said.push(data)
      window.waiting = window.waiting.filter((each) => !each(data))
    }
    frame.contentWindow.postMessage({ kind: 'shopwright:frame', nonce: crypto.randomUUID() }, '*', [port2])
  })
  window.heard = (kind, from) => new Promise((resolve) => {
    const found = window.said.slice(from).find((message) => message.kind === kind)
    if (found) return resolve(found)
    window.waiting.push((message) => message.kind === kind && (resolve(message), true))
  })
  frame.src = '/runtime/frame.html'
</script>`

export const editorPage = html

export interface FrameProbe {
  send(message: ToFrame): Promise<void>
  /** How many messages came so far: where {@link heard} begins to look. */
  count(): Promise<number>
  heard<Kind extends FromFrame['kind']>(kind: Kind, from?: number): Promise<Extract<FromFrame, { kind: Kind }>>
  said(): Promise<readonly FromFrame[]>
}

/** The page must be at {@link editorPage}. */
export function probeFrame(page: Page): FrameProbe {
  type Editor = Window & {
    readonly port: MessagePort
    readonly said: readonly FromFrame[]
    heard(kind: string, from: number): Promise<FromFrame>
  }
  return {
    send: (message) =>
      page.evaluate((data) => (window as unknown as Editor).port.postMessage(data, []), message as never),
    count: () => page.evaluate(() => (window as unknown as Editor).said.length),
    heard: <Kind extends FromFrame['kind']>(kind: Kind, from = 0) =>
      page.evaluate(([wanted, since]) => (window as unknown as Editor).heard(wanted, since), [
        kind,
        from,
      ] as const) as Promise<Extract<FromFrame, { kind: Kind }>>,
    said: () => page.evaluate(() => (window as unknown as Editor).said) as Promise<readonly FromFrame[]>,
  }
}

export const homeId = 'home' as PageId

/** A node of a real block: `props` over the block's defaults. */
export function compiledNode(
  id: string,
  type: string,
  props: JsonObject,
  slots: CompiledNode['slots'] = {},
): CompiledNode {
  const defaults = defaultProps(findDefinition(type)?.fields ?? {}) as JsonObject
  return { id: id as NodeId, type, props: { ...defaults, ...props }, slots }
}

/** A program of one page, `home`, or of several: its nodes one below the other, those in slots beside them. */
export function compiledProgram(
  root: readonly CompiledNode[],
  inside: readonly CompiledNode[] = [],
  others: CompiledProgram['pages'] = [],
): CompiledProgram {
  const home = {
    id: homeId,
    slug: '',
    title: 'Home',
    root: root.map(({ id }) => id),
    nodes: Object.fromEntries([...root, ...inside].map((node) => [node.id, node])),
  }
  return {
    formatVersion: 1,
    name: 'Noodle House',
    language: 'en',
    theme: { accent: '#c2410c', ground: '#faf6f0', fontFamily: 'sans', typeScale: 1, radiusPx: 12, scheme: 'auto' },
    homePageId: homeId,
    tabs: [],
    pages: [home, ...others],
    problems: [],
  }
}
