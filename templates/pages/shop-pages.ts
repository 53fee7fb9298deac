/** Pages on which something is sold, booked or joined. */
import { heading, paragraph, say, text, type PageTemplate } from './page-template.ts'

export const shopPages: readonly PageTemplate[] = [
  {
    id: 'menu',
    title: say('Menu', '点餐'),
    description: say('All dishes, with cart and checkout', '展示全部商品，可加购下单'),
    slug: 'menu',
    icon: 'utensils',
    nodes: [{ type: 'menu' }],
  },
  {
    id: 'booking',
    title: say('Booking', '预订'),
    description: say('Day, time and a confirmation', '选日期与时段，即时确认'),
    slug: 'booking',
    icon: 'calendar',
    nodes: [
      { type: 'booking', props: { title: text('When would you like to come?', '您想什么时候来？') } },
      {
        type: 'faq',
        props: {
          title: text('Good to know', '预订须知'),
          items: [
            {
              question: text('What if I am running late?', '会晚到怎么办？'),
              answer: text(
                'We hold your place for 15 minutes. A short call is enough.',
                '我们为您保留 15 分钟，打个电话说一声就好。',
              ),
            },
            {
              question: text('Can I change or cancel?', '可以改期或取消吗？'),
              answer: text(
                'Yes, on this page, until the shop can no longer give the time to somebody else.',
                '可以，在本页操作即可；临近开始时请来电联系。',
              ),
            },
          ],
        },
      },
      { type: 'shop-location', props: { showMap: false } },
    ],
  },
  {
    id: 'prices',
    title: say('Prices', '价目表'),
    description: say('Services and what they cost', '服务项目与价格一目了然'),
    slug: 'prices',
    icon: 'tag',
    nodes: [
      {
        type: 'price-list',
        props: {
          title: text('What it costs', '服务价目'),
          items: [
            { kind: 'group', name: text('First visit', '首次到店') },
            {
              name: text('Consultation', '咨询与评估'),
              note: text('30 minutes, taken off your first booking', '30 分钟，首次预约可抵扣'),
              priceMinor: 9900,
            },
            { kind: 'group', name: text('Appointments', '常规服务') },
            { name: text('Standard', '标准'), note: text('60 minutes', '60 分钟'), priceMinor: 26800 },
            { name: text('Long', '加长'), note: text('90 minutes', '90 分钟'), priceMinor: 36800 },
            {
              name: text('At your home', '上门服务'),
              note: text('Within ten kilometres', '十公里以内'),
              priceMinor: 45800,
              from: true,
            },
          ],
          footnote: text('Prices include everything we use.', '以上价格均已包含耗材。'),
        },
      },
      {
        type: 'collapsible',
        props: { title: text('How to pay', '付款方式') },
        slots: {
          content: [
            paragraph(
              'With your phone, by card or in cash, at the counter after your visit.',
              '服务结束后在柜台支付，支持手机、刷卡和现金。',
            ),
          ],
        },
      },
      { type: 'shop-location', props: { showMap: false } },
    ],
  },
  {
    id: 'members',
    title: say('Members', '会员'),
    description: say('Card, points and perks', '会员卡、积分与权益'),
    slug: 'members',
    icon: 'card',
    nodes: [
      {
        type: 'membership-card',
        props: { invitation: text('Join for free and collect points with every visit', '免费入会，每次消费都有积分') },
      },
      {
        type: 'timeline',
        props: {
          title: text('How points work', '积分怎么用'),
          marks: 'numbers',
          items: [
            {
              title: text('Show your code at the counter', '结账时出示会员码'),
              text: text('Orders made here count by themselves.', '在小程序里下单会自动积分。'),
            },
            {
              title: text('Collect a point for every unit you spend', '每消费 1 元积 1 分'),
            },
            {
              title: text('Move up to the next tier', '积分够了自动升级'),
              text: text('What it brings stands on your card.', '权益都写在会员卡上。'),
            },
          ],
        },
      },
    ],
  },
  {
    id: 'promotion',
    title: say('Offer', '优惠活动'),
    description: say('One offer, told well', '把一个活动讲清楚'),
    slug: 'offer',
    icon: 'tag',
    nodes: [
      {
        type: 'notice-bar',
        props: { text: text('This week only, while stocks last', '限本周，售完即止'), tone: 'offer', icon: 'flame' },
      },
      { type: 'image', props: { ratio: '16:9', shape: 'full' } },
      heading(
        say('Two for the price of one', '买一送一'),
        say('Bring somebody along: every weekday from 14:00 to 17:00', '工作日 14:00 至 17:00，带上朋友一起来'),
        'l',
      ),
      paragraph(
        'Order any main dish and the second one is on us. Mention the offer at the counter. It cannot be combined with coupons.',
        '任点一份主食，第二份由我们请客。到店说明活动即可，不与其他优惠券同享。',
      ),
      { type: 'opening-hours', props: { show: 'today' } },
      { type: 'shop-location', props: {} },
    ],
  },
  {
    id: 'pay',
    title: say('Pay the shop', '到店付款'),
    description: say('Settles a bill at the counter', '到店结账，输入金额付款'),
    slug: 'pay',
    icon: 'wallet',
    nodes: [
      heading(say('Settling a bill?', '到店结账')),
      paragraph('Ask us for the amount and pay it here.', '向店员确认金额后，在这里付款。'),
      {
        type: 'pay-button',
        props: { label: text('Pay the shop', '向商家付款'), kind: 'typed', minMinor: 100, maxMinor: 500_000 },
      },
    ],
  },
]
