import type { Words } from './en.ts'

export const richText: Words['richText'] = {
  toolbar: '文字格式',
  bold: '加粗',
  italic: '斜体',
  colour: '文字颜色',
  colours: { none: '跟随组件', accent: '主题色', ink: '正文色', muted: '浅色' },
  link: '链接',
  linkTarget: '点击后前往',
  linkNeedsWords: '请先选中要加链接的文字。',
  removeLink: '取消链接',
  linkDone: '完成',
  bullet: '项目符号',
  number: '编号列表',
  clear: '清除格式',
  lettersLeft: (count) => `还可输入 ${count} 个字`,
  editorHelp: 'Ctrl+B 加粗，Ctrl+I 斜体，Ctrl+K 加链接。',
}
