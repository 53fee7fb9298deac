/** Makes a template's program ready to become a document: pictures get their addresses, shared texts get a value. */
import { findDefinition } from '#components/definitions.ts'
import { isSharedText } from '#components/kit/canvas-text.ts'
import type { LocalText, NodeSpec, ProgramSpec, SpecValue } from '#model/program-spec.ts'
import type { BlockFacts } from '#model/index.ts'
import type { TemplatePictures } from './template-pictures.ts'

/** @throws naming the picture, when the template has no such file */
export function prepareSpec(spec: ProgramSpec, pictures: TemplatePictures): ProgramSpec {
  return {
    ...spec,
    pages: spec.pages.map((page) => ({ ...page, nodes: page.nodes.map((node) => prepareNode(node, pictures)) })),
  }
}

export const blockFacts: BlockFacts = {
  isSharedText(type, prop) {
    return isSharedText(fieldsOf(type)[prop])
  },
  versionOf: (type) => findDefinition(type)?.version ?? 1,
}

function prepareNode(node: NodeSpec, pictures: TemplatePictures): NodeSpec {
  const props = Object.entries(node.props ?? {}).map(([name, value]) => [name, placePictures(value, pictures)] as const)
  const slots = Object.entries(node.slots ?? {}).map(
    ([slot, children]) => [slot, children.map((child) => prepareNode(child, pictures))] as const,
  )
  return {
    ...node,
    props: { ...sharedTexts(node.type), ...Object.fromEntries(props) },
    slots: Object.fromEntries(slots),
  }
}

/** A text that two people could type in must exist before they do: each would make one, and one of the two be lost. */
function sharedTexts(type: string): { readonly [prop: string]: string } {
  const texts = Object.entries(fieldsOf(type)).filter(([, field]) => isSharedText(field))
  return Object.fromEntries(texts.map(([prop, field]) => [prop, String(field.default)]))
}

/** Unknown blocks are kept as they are; they have no fields that we know of. */
function fieldsOf(type: string) {
  return findDefinition(type)?.fields ?? {}
}

function placePictures(value: SpecValue, pictures: TemplatePictures): SpecValue {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((item) => placePictures(item, pictures))
  if ('$picture' in value) return picture(String(value.$picture), pictures)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, placePictures(item, pictures)]))
}

function picture(file: string, pictures: TemplatePictures): { readonly [key: string]: SpecValue } {
  const found = pictures[file]
  if (!found) throw new Error(`The template shows a picture "${file}" that it does not have`)
  const { url, widthPx, heightPx, alt } = found
  return { url, widthPx, heightPx, alt: { $text: alt satisfies LocalText } }
}

function isList(value: SpecValue & object): value is readonly SpecValue[] {
  return Array.isArray(value)
}
