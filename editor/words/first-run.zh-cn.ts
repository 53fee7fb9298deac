import type { Words } from './en.ts'

export const tour: Words['tour'] = {
  title: '四步做好第一个页面',
  step: (at, of) => `第 ${at} 步，共 ${of} 步`,
  next: '下一步',
  back: '上一步',
  done: '开始制作',
  skip: '跳过引导',
  again: '再看一遍引导',
  steps: {
    insert: {
      title: '把组件拖到手机上',
      text: '菜单、预约、会员卡、图文，样样现成。点一下也能添加。',
    },
    canvas: {
      title: '想改哪里点哪里',
      text: '再点一下文字即可输入，组件随意拖动，每一步都能撤销。',
    },
    inspector: {
      title: '在这里设置组件',
      text: '选中组件的文字、图片、链接和样式，边改边看效果。',
    },
    publish: {
      title: '先试用，再发布',
      text: '预览就是真实效果，可以下单、预约、付款。点一下“发布”，顾客就能用了。',
    },
  },
  phoneInsert: {
    title: '点“添加”选组件',
    text: '选好后，点一下要放的位置。',
  },
  phoneInspector: {
    title: '点组件，再点“编辑”',
    text: '文字、图片、价格都在下方弹出的面板里改。',
  },
}

export const shop: Words['shop'] = {
  liveAtOnce: '价格、售罄和营业时间改完立即生效，无需发布。',
  toCounter: '打开收银台',
}

export const counter: Words['counter'] = {
  order: '组件顺序',
  orderShort: '排序',
  orderHelp: '排在第一的显示在页面最上面。勾选多个，可一起移动、复制或删除。',
  choose: (name) => `选择 ${name}`,
  moveUp: (name) => `上移 ${name}`,
  moveDown: (name) => `下移 ${name}`,
  moved: (name, place, of) => `${name} 现在是第 ${place} 个，共 ${of} 个`,
  takePhoto: '拍照',
}
