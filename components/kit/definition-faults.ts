import { capabilities } from '#model/capabilities.ts'
import { isIconName } from '../primitives/icon-paths.ts'
import { isCanvasText } from './canvas-text.ts'
import { commonFields } from './common-fields.ts'
import type { BlockDefinition } from './define-block.ts'
import type { Field, Fields } from './fields.ts'

/** In what a definition contradicts itself, a sentence each that names the field. */
export function definitionFaults(definition: BlockDefinition): readonly string[] {
  const { type, version, fields, upgrades, starter = {}, slots, standsIn, login, icon, interactive } = definition
  const needed: readonly string[] = definition.needs ?? []
  const faults: (string | false)[] = [
    !/^[a-z][a-z0-9-]*$/.test(type) && 'its type must be kebab-case',
    !isIconName(icon) && `its icon "${icon}" is none of the icon set`,
    (!Number.isInteger(version) || version < 1) && `its version is ${version}, but versions count 1, 2, 3 …`,
    ...between(2, version).map((to) => !upgrades[to] && `version is ${version}, but upgrades[${to}] is missing`),
    ...Object.keys(upgrades).map((to) => Number(to) > version && `upgrades[${to}] leads past version ${version}`),
    ...fieldFaults(fields, '', fields),
    ...Object.keys(commonFields).map((name) => name in fields && `field "${name}" is one that all blocks have`),
    ...Object.keys(starter).map((name) => !(name in fields) && `starts with "${name}", which is no field`),
    ...Object.entries(slots).map(
      ([name, { maxChildren }]) =>
        maxChildren !== undefined && maxChildren < 1 && `slot "${name}" takes no child at all`,
    ),
    ...Object.entries(slots).map(
      ([name, { openedBy }]) =>
        openedBy !== undefined &&
        !isCanvasText(fields[openedBy]) &&
        `slot "${name}" is opened by "${openedBy}", which is no text on the canvas`,
    ),
    standsIn?.length === 0 && 'may stand nowhere: leave out "standsIn", or name a place',
    ...needed.map(
      (name) =>
        !(capabilities as readonly string[]).includes(name) &&
        `needs "${name}", which is no capability: there are ${capabilities.join(', ')}`,
    ),
    login !== undefined && !interactive && 'asks people to sign in, but is not interactive',
    needed.length > 0 && !interactive && `needs "${needed[0]}", but is not interactive`,
  ]
  return faults.filter((fault) => fault !== false)
}

function between(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

function fieldFaults(fields: Fields, path: string, ofBlock: Fields): readonly (string | false)[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const at = `field "${path}${name}"`
    return [
      !/^[a-z][A-Za-z0-9]*$/.test(name) && `${at} must be camelCase`,
      ...[field.when ?? []]
        .flat()
        .map(
          ({ field: other }) =>
            !(other in fields) &&
            `${at} depends on "${other}", which ${path ? 'its item does not have' : 'does not exist'}`,
        ),
      ...kindFaults(field, at, path, ofBlock),
      ...(field.kind === 'list' ? fieldFaults(field.item, `${path}${name}.`, ofBlock) : []),
    ]
  })
}

function kindFaults(field: Field, at: string, path: string, ofBlock: Fields): readonly (string | false)[] {
  switch (field.kind) {
    case 'rich-text':
      return [
        path !== '' && `field "${path.slice(0, -1)}" holds rich text in a list, where it could not merge by character`,
      ]
    case 'text':
      return [
        field.maxLength < 1 && `${at} takes no letter at all`,
        field.default.length > field.maxLength && `${at} has a default longer than its ${field.maxLength} letters`,
        path !== '' && field.onCanvas === true && `${at} is in a list, where nothing is typed on the canvas`,
      ]
    case 'number':
    case 'money': {
      const { default: value, min, max } = field
      return [
        min > max && `${at} has a least value above its greatest`,
        value !== null &&
          (value < min || value > max) &&
          `${at} has the default ${value}, which is not from ${min} to ${max}`,
      ]
    }
    case 'choice': {
      const values = field.options.map(({ value }) => value)
      return [
        !values.includes(field.default) && `${at} has the default "${field.default}", which is none of its options`,
        new Set(values).size < values.length && `${at} has an option twice`,
      ]
    }
    case 'picture':
      return [
        field.ratioFrom !== undefined &&
          ofBlock[field.ratioFrom]?.kind !== 'choice' &&
          `${at} takes its ratio from "${field.ratioFrom}", which is no choice of it`,
      ]
    case 'list':
      return [
        field.maxItems < 1 && `${at} takes no item at all`,
        Object.keys(field.item).length === 0 && `${at} has items without fields`,
        Object.values(field.item).some(({ kind }) => kind === 'list') && `${at} holds a list in a list`,
        field.areasOn !== undefined &&
          ofBlock[field.areasOn]?.kind !== 'picture' &&
          `${at} lies on "${field.areasOn}", which is no picture of it`,
        field.areasOn !== undefined &&
          ['left', 'top', 'width', 'height'].some((side) => field.item[side]?.kind !== 'number') &&
          `${at} lies on a picture, and its items have no numbers left, top, width and height`,
      ]
    default:
      return []
  }
}
