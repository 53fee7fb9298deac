import type { JsonValue } from '#model/json.ts'
import type { CodeBlockDefinition } from '#components/kit/code-block.ts'
import type { CodeCapability } from '#components/kit/code-capabilities.ts'
import type { Host } from '#components/kit/host.ts'
import { isLink } from '#components/kit/link-value.ts'

const MOST_KEPT_CHARACTERS = 8 * 1024

const needs: { readonly [method: string]: CodeCapability } = {
  toast: 'toast',
  open: 'links',
  call: 'phone',
  openMap: 'map',
  'storage.get': 'storage',
  'storage.set': 'storage',
}

export interface Answering {
  readonly host: Pick<Host, 'toast' | 'open' | 'call' | 'openMap' | 'storage'>
  readonly type: string
  readonly capabilities: CodeBlockDefinition['capabilities']
  /** Uses up the visitor's tap on this block, if there was one. */
  takeTap(): boolean
}

/**
 * Does what a code block asks of the host, as far as its definition named it. What a visitor notices follows from what they
 * did: one tap on the block lets it do one such thing.
 * @throws a sentence for the developer
 */
export async function answerCall(
  { host, type, capabilities, takeTap }: Answering,
  method: string,
  argument: JsonValue,
): Promise<JsonValue> {
  const capability = Object.hasOwn(needs, method) ? needs[method] : undefined
  if (!capability) throw new Error(`The host has no "${method.slice(0, 40)}"`)
  if (!capabilities.includes(capability))
    throw new Error(`"${method}" needs the capability "${capability}": name it in the block's "capabilities"`)
  if (capability === 'storage') return keep(host.storage, type, method, argument)
  if (!takeTap()) throw new Error(`"${method}" is for what somebody tapped: one tap, one such call`)
  if (method === 'openMap') host.openMap()
  else if (method === 'open') {
    if (!isLink(argument)) throw new Error('"open" takes a link of the program')
    host.open(argument)
  } else if (typeof argument !== 'string') throw new Error(`"${method}" takes a text`)
  else if (method === 'toast') host.toast(argument.slice(0, 200))
  else host.call(argument.slice(0, 40))
  return null
}

/** Under a name of the block's own: what other blocks keep it does not find. */
async function keep(storage: Host['storage'], type: string, method: string, argument: JsonValue): Promise<JsonValue> {
  const [key, value = null] = Array.isArray(argument) ? (argument as readonly JsonValue[]) : [argument]
  if (typeof key !== 'string' || key.length > 60)
    throw new Error('A key of the storage is a text of at most 60 characters')
  const own = `${type}:${key}`
  if (method === 'storage.get') return (await storage.get(own)) ?? null
  if (JSON.stringify(value).length > MOST_KEPT_CHARACTERS)
    throw new Error(`At most ${MOST_KEPT_CHARACTERS} characters can be kept under one key`)
  await storage.set(own, value)
  return null
}
