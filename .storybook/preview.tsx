import type { Decorator, Preview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import { themeCss } from '#runtime/theme-css.ts'
import { BlockPage } from './docs/block-page.tsx'
import { drawnByOurs } from './drawn-by-ours.tsx'
import { themes } from './themes.ts'
import './preview.css'

// Parts of a block come when they are asked for, which takes a busy machine longer than the second that is waited for.
configure({ asyncUtilTimeout: 15_000 })

/** Puts the chosen theme's variables on the page, in the chosen scheme. */
const inTheme: Decorator = (Story, { globals, viewMode }) => {
  const theme = themes[globals.theme as keyof typeof themes] ?? themes.noodles
  const css = themeCss({ ...theme, scheme: globals.scheme === 'dark' ? 'dark' : 'light' })
  document.documentElement.lang = String(globals.language)
  // A page of documentation shows many, each as high as it is.
  const Box = viewMode === 'docs' ? 'div' : 'main'
  return (
    <Box className={viewMode === 'docs' ? 'story story--inline' : 'story'}>
      <style>{css}</style>
      <Story />
    </Box>
  )
}

export default {
  // Every block has a documentation page.
  tags: ['autodocs'],
  decorators: [drawnByOurs, inTheme],
  beforeEach: () => void delete document.documentElement.dataset.played,
  // Tells the story tests that the story and its interactions are through.
  afterEach: ({ id }) => void (document.documentElement.dataset.played = id),
  globalTypes: {
    language: {
      description: 'Language of the program',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-CN', title: '简体中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    scheme: {
      description: 'Light or dark',
      toolbar: { title: 'Scheme', icon: 'contrast', dynamicTitle: true, items: ['light', 'dark'] },
    },
    theme: {
      description: 'Theme of the program',
      toolbar: { title: 'Theme', icon: 'paintbrush', dynamicTitle: true, items: Object.keys(themes) },
    },
    network: {
      description: 'How fast data and answers arrive',
      toolbar: {
        title: 'Network',
        icon: 'timer',
        dynamicTitle: true,
        items: [
          { value: 'fast', title: 'Fast network' },
          { value: 'slow', title: 'Slow network' },
        ],
      },
    },
    mode: {
      description: 'Running, or being edited on the canvas',
      toolbar: { title: 'Mode', icon: 'play', dynamicTitle: true, items: ['live', 'canvas'] },
    },
  },
  initialGlobals: {
    language: 'zh-CN',
    scheme: 'light',
    theme: 'noodles',
    mode: 'live',
    network: 'fast',
    viewport: { value: 'phone' },
  },
  parameters: {
    layout: 'fullscreen',
    docs: { page: BlockPage },
    options: { storySort: { order: ['Start', ['Write your first block', 'Primitives', 'Host'], '*', 'Kit'] } },
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'none' },
    viewport: {
      options: {
        phone: { name: 'Phone 375', styles: { width: '375px', height: '812px' } },
        small: { name: 'Small phone 320', styles: { width: '320px', height: '640px' } },
        large: { name: 'Large phone 430', styles: { width: '430px', height: '932px' } },
      },
    },
  },
} satisfies Preview
