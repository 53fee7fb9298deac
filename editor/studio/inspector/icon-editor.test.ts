import { expect, test } from 'vitest'
import { iconPaths } from '#components/primitives/icon-paths.ts'
import { en } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'

test('every icon that can be chosen is drawn and has a name of its own in both languages', () => {
  for (const { icons } of [en.inspector, zhCn.inspector]) {
    for (const name of Object.keys(icons)) expect(iconPaths).toHaveProperty(name)
    const names = Object.values(icons)
    expect(new Set(names).size).toBe(names.length)
  }
})
