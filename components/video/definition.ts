import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** A film that plays in the page. Nothing of it is fetched before somebody presses play. */
export const video = defineBlock({
  type: 'video',
  label: { en: 'Video', 'zh-CN': '视频' },
  description: { en: 'A film that plays in the page', 'zh-CN': '在页面中播放的视频' },
  group: 'tell',
  icon: 'video',
  version: 1,
  fields: {
    url: {
      kind: 'text',
      label: { en: 'Address of the video', 'zh-CN': '视频地址' },
      help: {
        en: 'Begins with https:// and leads to a file, mostly one that ends in .mp4',
        'zh-CN': '以 https:// 开头的视频文件地址，一般以 .mp4 结尾',
      },
      default: '',
      maxLength: 500,
    },
    poster: {
      kind: 'picture',
      label: { en: 'Picture before it plays', 'zh-CN': '封面图' },
      help: { en: 'Nothing of the video is loaded until somebody presses play', 'zh-CN': '顾客点击播放前不会加载视频' },
      default: null,
      ratioFrom: 'ratio',
    },
    about: {
      kind: 'text',
      label: { en: 'What it shows', 'zh-CN': '视频内容' },
      help: { en: 'Read out to those who do not see it', 'zh-CN': '供读屏软件朗读' },
      default: '',
      maxLength: 120,
      translatable: true,
    },
    caption: {
      kind: 'text',
      label: { en: 'Caption', 'zh-CN': '说明文字' },
      default: '',
      maxLength: 120,
      onCanvas: true,
      translatable: true,
    },
    ratio: {
      kind: 'choice',
      label: { en: 'Format', 'zh-CN': '比例' },
      help: { en: 'As the film has it: what reaches past it is cut', 'zh-CN': '请与视频一致，超出部分会被裁掉' },
      default: '16:9',
      group: 'layout',
      options: [
        { value: '16:9', label: { en: '16:9', 'zh-CN': '16:9' } },
        { value: '4:3', label: { en: '4:3', 'zh-CN': '4:3' } },
        { value: '1:1', label: { en: 'Square', 'zh-CN': '1:1' } },
        { value: '9:16', label: { en: 'Upright 9:16', 'zh-CN': '9:16 竖屏' } },
      ],
    },
    shape: {
      kind: 'choice',
      label: { en: 'Edges', 'zh-CN': '边缘' },
      default: 'rounded',
      group: 'style',
      options: [
        { value: 'rounded', label: { en: 'Rounded', 'zh-CN': '圆角' } },
        { value: 'full', label: { en: 'Edge to edge', 'zh-CN': '通栏直角' } },
      ],
    },
    loop: { kind: 'switch', label: { en: 'Begins again', 'zh-CN': '循环播放' }, default: false, group: 'advanced' },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type VideoProps = PropsOfBlock<typeof video>
