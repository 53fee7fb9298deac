import type { CompileProblem } from '#model/compiled-program.ts'

interface ShellWords {
  readonly back: string
  readonly tabs: string
  readonly notFound: { readonly title: string; readonly text: string; readonly home: string }
  readonly offline: string
  readonly orderTitle: string
  readonly previewOnly: string
  /** `{type}` is the block's technical name. */
  readonly problems: { readonly [code in CompileProblem['code']]: string }
}

const en: ShellWords = {
  back: 'Back',
  tabs: 'Sections',
  notFound: {
    title: 'This page is not here',
    text: 'It may have moved, or the link may be incomplete.',
    home: 'Go to the start page',
  },
  offline: 'You are offline. What you see may be out of date.',
  orderTitle: 'Your order',
  previewOnly: 'This works once the program is published.',
  problems: {
    'unknown-block': 'There is no block called “{type}” here. It is kept as it is, and visitors see an empty place.',
    'newer-version': 'This block was made with a newer version of the editor. Reload to use it; it is kept as it is.',
    'bad-props': 'Some settings of this block did not fit and were replaced. Open its properties to check them.',
    'upgrade-failed': 'This block is from an older version and could not be brought up to date. It is kept as it is.',
    'view-failed': 'This block could not be drawn. Undo your last change to it, or remove it.',
  },
}

const zhCn: ShellWords = {
  back: '返回',
  tabs: '栏目',
  notFound: { title: '没有找到这个页面', text: '页面可能已经移动，或者链接不完整。', home: '回到首页' },
  offline: '网络已断开，显示的内容可能不是最新的。',
  orderTitle: '我的订单',
  previewOnly: '发布后即可使用。',
  problems: {
    'unknown-block': '这里没有名为“{type}”的组件。内容已原样保留，顾客看到的是空白。',
    'newer-version': '这个组件来自更新版本的编辑器，刷新后即可使用。内容已原样保留。',
    'bad-props': '这个组件有的设置不合要求，已换成默认值。请在属性面板里核对。',
    'upgrade-failed': '这个组件来自旧版本，暂时无法更新。内容已原样保留。',
    'view-failed': '这个组件没能显示出来。请撤销刚才的修改，或把它删除。',
  },
}

export function shellWords(language: string): ShellWords {
  return language.toLowerCase().startsWith('zh') ? zhCn : en
}
