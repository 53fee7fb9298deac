import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { definitions } from '#components/definitions.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import { templates } from './index.ts'

const allNodes = (nodes: readonly NodeSpec[]): NodeSpec[] =>
  nodes.flatMap((node) => [node, ...Object.values(node.slots ?? {}).flatMap(allNodes)])

function picturesNamedIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('$picture' in value) return [String(value.$picture)]
  return Object.values(value).flatMap(picturesNamedIn)
}

for (const template of templates) {
  test(`${template.id}: every block exists and has only fields that its definition knows`, () => {
    for (const page of template.program.pages) {
      for (const node of allNodes(page.nodes)) {
        const definition = definitions[node.type]!
        expect(definition, node.type).toBeDefined()
        expect(Object.keys(definition.fields)).toEqual(expect.arrayContaining(Object.keys(node.props ?? {})))
        expect(Object.keys(definition.slots)).toEqual(expect.arrayContaining(Object.keys(node.slots ?? {})))
      }
    }
  })

  test(`${template.id}: every picture named exists, with a description, and none lies about unused`, () => {
    const named = new Set([
      template.picture,
      ...picturesNamedIn(template.program.pages),
      ...template.shop.dishes.flatMap((dish) => dish.picture ?? []),
    ])
    expect(new Set(Object.keys(template.pictures))).toEqual(named)
    for (const file of named) {
      expect(existsSync(path.join(import.meta.dirname, template.id, 'pictures', file)), file).toBe(true)
    }
  })

  test(`${template.id}: the shop's rows refer to each other`, () => {
    const { shop } = template
    const categories = new Set(shop.categories.map((category) => category.key))
    const groups = new Set(shop.modifierGroups.map((group) => group.key))
    for (const dish of shop.dishes) {
      expect(categories.has(dish.category), dish.key).toBe(true)
      for (const group of dish.modifierGroups) expect(groups.has(group), `${dish.key}: ${group}`).toBe(true)
      expect(dish.variants.length).toBeGreaterThan(0)
    }
    const dishes = new Set(shop.dishes.map(({ key }) => key))
    for (const { key, gain } of shop.coupons ?? [])
      if (gain.kind === 'item') expect(dishes.has(gain.dish), key).toBe(true)
    for (const group of shop.modifierGroups) {
      expect(group.min).toBeLessThanOrEqual(group.max)
      const most = group.options.reduce((sum, option) => sum + option.maxQuantity, 0)
      expect(group.max, group.key).toBeLessThanOrEqual(most)
      const preselected = group.options.filter((option) => option.preselected).length
      expect(preselected).toBeLessThanOrEqual(group.max)
    }
  })
}

test('the noodle shop is as rich as a real one', () => {
  const shop = templates.find((template) => template.id === 'noodle-shop')!.shop
  expect(shop.dishes.length).toBeGreaterThanOrEqual(18)
  expect(shop.categories.length).toBeGreaterThanOrEqual(5)
  expect(shop.tables).toHaveLength(6)
  expect(shop.tiers.length).toBeGreaterThanOrEqual(2)
})
