import { expect, test } from 'vitest'
import { mockPages, mockServices } from '../kit/stories/mock-program.ts'
import { sampleMenu } from '../menu/sample-menu.ts'
import { foundIn } from './found.ts'

const all = { dishes: true, services: true, pages: true }
const world = (language: 'en' | 'zh-CN') => ({
  menu: sampleMenu(language),
  services: mockServices(language),
  pages: mockPages(language),
})
const told = (query: string, language: 'en' | 'zh-CN' = 'en', props = all) => {
  const { dishes, services, pages } = foundIn(query, props, world(language))
  return {
    dishes: dishes.map(({ id }) => id),
    services: services.map(({ id }) => id),
    pages: pages.map(({ pageId }) => pageId),
  }
}

test('dishes, services and pages, those that are called so first', () => {
  const { dishes } = told('noodle')
  const names = dishes.map((id) =>
    world('en')
      .menu.dishes.find((each) => each.id === id)
      ?.name.includes('oodle'),
  )
  expect(names.indexOf(false) === -1 || names.slice(names.indexOf(false)).every((named) => !named)).toBe(true)
  expect(told('table').services).toEqual(['table'])
  expect(told('story').pages).toEqual(['story'])
})

test('Chinese is found by the first letters of its sounds', () => {
  expect(told('hsnr', 'zh-CN').dishes).toEqual(['beef'])
  expect(told('dz', 'zh-CN').services).toEqual(['table'])
})

test('only what the block looks for, and nothing before anybody types', () => {
  expect(told('table', 'en', { ...all, services: false }).services).toEqual([])
  expect(told('noodle', 'en', { ...all, dishes: false }).dishes).toEqual([])
  expect(told('story', 'en', { ...all, pages: false }).pages).toEqual([])
  expect(told('  ')).toEqual({ dishes: [], services: [], pages: [] })
})
