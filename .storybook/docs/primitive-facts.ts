/** The table of the primitives, as rows of tables. */
import { commonLimits, type Primitive, primitives, tools } from '#components/primitives/spec.ts'

interface PrimitiveTable {
  readonly name: string
  readonly facts: readonly (readonly string[])[]
  readonly members: readonly (readonly string[])[]
}

export function primitiveTables(): readonly PrimitiveTable[] {
  return Object.entries(primitives).map(([name, primitive]: [string, Primitive]) => ({
    name,
    facts: [
      ['On the web', primitive.web],
      ['Native', primitive.native],
      ['Holds', childrenText(primitive.children)],
      ...(primitive.about ? [['About', primitive.about]] : []),
      ...(primitive.limits?.all ? [['Web only, because', primitive.limits.all.why]] : []),
    ],
    members: [
      ...Object.entries(primitive.props).map(([prop, kind]) => [
        prop,
        typeof kind === 'string' ? kind : kind.join(' | '),
        primitive.notes?.[prop] ?? '',
        primitive.limits?.[prop]?.why ?? '',
      ]),
      ...Object.entries(primitive.events).map(([event, { native, detail }]) => [
        event,
        `event.detail: ${detail}`,
        `Native: ${native}`,
        primitive.limits?.[event]?.why ?? '',
      ]),
    ],
  }))
}

function childrenText(children: Primitive['children']): string {
  if (typeof children === 'object') return `${children.only} only`
  return { any: 'anything', none: 'nothing', text: 'texts and Text' }[children]
}

/** What all take, and no target but the web can do. */
export function commonRows(): readonly (readonly string[])[] {
  return Object.entries(commonLimits).map(([names, { why }]) => [names, why])
}

export function toolRows(): readonly (readonly string[])[] {
  return Object.entries(tools).map(([name, { about, native }]) => [name, about, native])
}
