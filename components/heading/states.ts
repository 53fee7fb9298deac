import { type BlockStates, text } from '../kit/stories/block-state.ts'

export const states = {
  default: {
    props: {
      text: text('Made by hand since 1998', '手工面，始于一九九八'),
      subtitle: text('Dough kneaded at dawn, broth on the stove all day', '清晨和面，整日熬汤'),
    },
  },
  large: {
    props: {
      size: 'l',
      text: text('Six hours in the pot', '慢炖六小时'),
      subtitle: text('Braised beef noodles from ¥28', '红烧牛肉面 ¥28 起'),
    },
  },
  withLink: {
    props: {
      size: 's',
      text: text('Most loved', '大家常点'),
      link: { kind: 'page', pageId: 'menu' },
      linkText: text('All dishes', '全部菜品'),
    },
  },
  centred: {
    props: {
      align: 'centre',
      colour: 'theme:accent',
      text: text('A table is waiting for you', '为您留好座位'),
      subtitle: text('Book in half a minute', '半分钟完成预订'),
      link: { kind: 'page', pageId: 'book' },
    },
  },
  long: {
    props: {
      size: 'l',
      text: text(
        'Hand-pulled, knife-cut and stretched: five provinces under one roof',
        '手擀、刀削、拉扯与臊子：五省面食，同在一家百年老巷的小店里等您慢慢品尝',
      ),
      subtitle: text(
        'Ask for the tasting set if you cannot decide. Nobody has managed to finish it alone so far.',
        '拿不定主意就点品鉴套餐，到目前为止还没有人能一个人吃完。',
      ),
      link: { kind: 'page', pageId: 'menu' },
    },
  },
  empty: {},
} satisfies BlockStates
