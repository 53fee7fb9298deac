import type { CompileProblem } from '#model/compiled-program.ts'
import type { StopReason } from '../code-blocks/wire.ts'

interface ShellWords {
  readonly back: string
  readonly tabs: string
  readonly notFound: { readonly title: string; readonly text: string; readonly home: string }
  readonly offline: string
  readonly orderTitle: string
  readonly previewOnly: string
  /** Stands where a code block cannot be drawn because its source cannot be read. */
  readonly codeMistake: string
  /** Why a code block was stopped. */
  readonly stopped: { readonly [reason in StopReason]: string }
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
  codeMistake: 'The code of this block has a mistake. Open its code to see where; visitors see an empty place.',
  stopped: {
    loops: 'This code block was stopped: it did not come to an end. Everything else goes on.',
    memory: 'This code block was stopped: it asked for too much memory. Everything else goes on.',
    threw: 'This code block was stopped by an error in its code. Everything else goes on.',
    forged: 'This code block was stopped: it tried to draw what no block may draw. Everything else goes on.',
    floods: 'This code block was stopped: it did not stop sending. Everything else goes on.',
  },
  problems: {
    'unknown-block': 'There is no block called “{type}” here. It is kept as it is, and visitors see an empty place.',
    'newer-version': 'This block was made with a newer version of the editor. Reload to use it; it is kept as it is.',
    'bad-props': 'Some settings of this block did not fit and were replaced. Open its properties to check them.',
    'upgrade-failed': 'This block is from an older version and could not be brought up to date. It is kept as it is.',
    'view-failed': 'This block could not be drawn. Undo your last change to it, or remove it.',
    'section-gone': 'The section that stood here is gone. Undo its removal, or delete this place.',
    'section-loop': 'This section would stand inside itself. Delete it here, or edit the section.',
    'section-empty': 'This shared section shows nothing here. Edit it, or show its blocks again.',
  },
}

const zhCn: ShellWords = {
  back: '返回',
  tabs: '栏目',
  notFound: { title: '没有找到这个页面', text: '页面可能已经移动，或者链接不完整。', home: '回到首页' },
  offline: '网络已断开，显示的内容可能不是最新的。',
  orderTitle: '我的订单',
  previewOnly: '发布后即可使用。',
  codeMistake: '这个组件的代码有错误。打开代码即可看到位置；顾客看到的是空白。',
  stopped: {
    loops: '这个代码组件一直没有运行完，已被停止。其他内容不受影响。',
    memory: '这个代码组件占用内存过多，已被停止。其他内容不受影响。',
    threw: '这个代码组件的代码出错，已被停止。其他内容不受影响。',
    forged: '这个代码组件试图显示不允许的内容，已被停止。其他内容不受影响。',
    floods: '这个代码组件不停地发送消息，已被停止。其他内容不受影响。',
  },
  problems: {
    'unknown-block': '这里没有名为“{type}”的组件。内容已原样保留，顾客看到的是空白。',
    'newer-version': '这个组件来自更新版本的编辑器，刷新后即可使用。内容已原样保留。',
    'bad-props': '这个组件有的设置不合要求，已换成默认值。请在属性面板里核对。',
    'upgrade-failed': '这个组件来自旧版本，暂时无法更新。内容已原样保留。',
    'view-failed': '这个组件没能显示出来。请撤销刚才的修改，或把它删除。',
    'section-gone': '放在这里的共享区块已经不在了。可撤销之前的操作，或删除这个位置。',
    'section-loop': '这个共享区块不能包含它自己。请在这里删除它，或去编辑共享区块。',
    'section-empty': '这个共享区块在这里没有内容。可编辑共享区块，或重新显示隐藏的组件。',
  },
}

export function shellWords(language: string): ShellWords {
  return language.toLowerCase().startsWith('zh') ? zhCn : en
}
