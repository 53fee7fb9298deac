import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { BlockEnv } from '../kit/view.ts'
import { wordsFor, type Words } from '../kit/words.ts'
import type { TicketState } from './ticket-state.ts'

const en = {
  titleHint: 'Title of the coupons',
  empty: 'No coupons at the moment. Do come back.',
  emptyCanvas: 'Make your first coupon at the counter: it appears here.',
  claim: 'Take it',
  claiming: 'One moment…',
  close: 'Close',
  gone: 'This coupon is no longer given.',
  done: 'It is yours. Checkout uses it by itself.',
  states: {
    ready: 'Yours',
    waiting: 'On an unpaid order',
    used: 'Used',
    expired: 'Expired',
    gone: 'All gone',
    soon: 'Soon',
    over: 'Over',
  } as { readonly [S in Exclude<TicketState, 'claim'>]: string },
  hints: {
    ready: 'Order as usual: the total at checkout has it taken off.',
    waiting: 'It is used once that order is paid, and comes back if it is not.',
    used: 'Enjoy your meal.',
    expired: 'Its time has run out.',
    gone: 'Others were faster this time.',
    soon: '',
    over: '',
  } as { readonly [S in Exclude<TicketState, 'claim'>]: string },
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '领券标题',
    empty: '现在没有可领的券，下次再来看看。',
    emptyCanvas: '去后台创建第一张优惠券，它会出现在这里。',
    claim: '领取',
    claiming: '领取中…',
    close: '关闭',
    gone: '这张券已经停止发放。',
    done: '领到了，结算时自动使用。',
    states: {
      ready: '已领取',
      waiting: '待付款订单占用',
      used: '已使用',
      expired: '已过期',
      gone: '已领完',
      soon: '即将开始',
      over: '已结束',
    },
    hints: {
      ready: '照常下单，结算时自动抵扣。',
      waiting: '付款后即算使用，未付款会退回给您。',
      used: '感谢惠顾。',
      expired: '这张券过了有效期。',
      gone: '这次被别人抢先了。',
      soon: '',
      over: '',
    },
  },
}

export type WallWords = typeof en

/** What parts of the wall need to say what a coupon is. */
export interface WallScene {
  readonly shop: ShopInfo
  readonly env: BlockEnv
  readonly words: WallWords
}

export function wallScene(shop: ShopInfo, env: BlockEnv): WallScene {
  return { shop, env, words: wallWords(env) }
}

export function wallWords(env: BlockEnv): WallWords {
  return wordsFor(env.language, words)
}
