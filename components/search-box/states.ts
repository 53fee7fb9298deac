import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { mockPages, mockServices } from '../kit/stories/mock-program.ts'
import { loaded, offline } from '../kit/stories/mock-shop.ts'
import { sampleMenu } from '../menu/sample-menu.ts'

const props = {
  hint: text('Noodles, drinks, a table …', '搜面、饮品、订座…'),
  suggestions: [
    { words: text('Beef', '牛肉') },
    { words: text('Vegetarian', '素') },
    { words: text('Plum', '酸梅汤') },
  ],
}
const full = (language: Language) => ({
  menu: loaded(sampleMenu(language)),
  services: loaded(mockServices(language)),
})
const host = { pages: () => [...mockPages('zh-CN'), ...mockPages('en')] }

export const states = {
  default: { props, data: full, host },
  found: { props, data: full, host },
  foundByLetters: { props, data: full, host },
  pagesAndServices: { props, data: full, host },
  nothing: { props, data: full, host },
  inCart: { props, data: full, host },
  loading: { props },
  failed: { props, data: () => ({ menu: offline }) },
} satisfies BlockStates
