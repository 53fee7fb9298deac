import type { JsonObject } from '#model/json.ts'
import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'

const run = (insert: SpecValue, attributes: JsonObject = {}): SpecValue => ({ insert, attributes })

const story = text(
  'Grandmother opened with four stools and one dish. We still make her braised beef the same way: shank, star anise, aged soy sauce, and six hours of patience.\n\nThe menu has grown and so has the room, but the dough is kneaded by hand every morning.',
  '外婆开店时只有四张凳子、一道面。如今的红烧牛肉仍照她的做法：牛腱、八角、陈年酱油，再加六个小时的耐心。\n\n菜单长了，店面也大了，但面团依旧每天清晨手工揉制。',
)

export const states = {
  default: { props: { text: story } },
  formatted: {
    props: {
      text: {
        $rich: [
          run(text('Every bowl is made ', '每一碗都是')),
          run(text('to order', '现点现做'), { bold: true }),
          run(text('. Allergens? ', '。有忌口？')),
          run(text('Call us', '打电话给我们'), { link: { kind: 'phone', number: '+86 21 5555 0182' } }),
          run(text(' and we will see.\n', '，我们想办法。\n')),
          run(text('Free with any noodles:', '点面即送：'), { italic: true, colour: 'accent' }),
          run('\n'),
          run(text('a cup of barley tea', '大麦茶一杯')),
          run('\n', { list: 'bullet' }),
          run(text('pickled radish, as long as there is some', '腌萝卜一碟，送完为止')),
          run('\n', { list: 'bullet' }),
          run(text('How it works', '怎么领'), { bold: true }),
          run('\n'),
          run(text('Order at the counter or here', '柜台或本页下单')),
          run('\n', { list: 'number' }),
          run(text('Show your number', '出示取餐号')),
          run('\n', { list: 'number', end: true }),
        ],
      },
    },
  },
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
