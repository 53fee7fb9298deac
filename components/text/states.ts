import { type BlockStates, text } from '../kit/stories/block-state.ts'

const story = text(
  'Grandmother opened with four stools and one dish. We still make her braised beef the same way: shank, star anise, aged soy sauce, and six hours of patience.\n\nThe menu has grown and so has the room, but the dough is kneaded by hand every morning.',
  '外婆开店时只有四张凳子、一道面。如今的红烧牛肉仍照她的做法：牛腱、八角、陈年酱油，再加六个小时的耐心。\n\n菜单长了，店面也大了，但面团依旧每天清晨手工揉制。',
)

export const states = {
  default: { props: { text: story } },
  small: {
    props: {
      size: 's',
      colour: 'theme:muted',
      text: text('Prices include tax. Ask us about allergens.', '价格含税。如有忌口或过敏，请告诉我们。'),
    },
  },
  centred: {
    props: { size: 'l', align: 'centre', text: text('“Worth every minute in the queue.”', '“排多久都值。”') },
  },
  unbroken: {
    props: { align: 'end', text: 'https://example.com/an-address-that-does-not-fit-on-any-phone-whatever-you-do/menu' },
  },
  empty: {},
} satisfies BlockStates
