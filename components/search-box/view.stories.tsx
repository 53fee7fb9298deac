import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { searchBox } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(searchBox, states)

type Play = NonNullable<Parameters<typeof story>[1]>

const look =
  (...queries: readonly [en: string, zh: string]): Play =>
  async ({ canvasElement, globals }) => {
    const [en, zh] = queries
    const box = await within(canvasElement).findByRole('textbox', { name: /^(Search|搜索)$/ })
    await userEvent.type(box, globals['language'] === 'en' ? en : zh)
  }

export default { ...meta, title: 'Sell/Search' }

export const Default = story('default')
export const Found = story('found', look('noodle', '面'))
export const FoundByLetters = story('foundByLetters', look('beef', 'nr'))
export const PagesAndServices = story('pagesAndServices', look('table', '订座'))
export const Nothing = story('nothing', look('pizza', '披萨'))
export const InCart = story('inCart', async (context) => {
  await look('cucumber', '拍黄瓜')(context)
  const canvas = within(context.canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: /^(Add |加一份)/ }))
  await canvas.findByRole('button', { name: /^(Open the cart, 1 item|打开购物车，共 1 件)/ })
})
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
