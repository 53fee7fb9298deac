/** The noodle shop's five pages: home, menu, booking, membership, about. */
import type { LocalText, NodeSpec, ProgramSpec, SpecValue } from '#model/program-spec.ts'

const text = (en: string, zh: string): SpecValue => ({ $text: { en, 'zh-CN': zh } satisfies LocalText })
const toPage = (slug: string): SpecValue => ({ kind: 'page', pageId: { $page: slug } })
const picture = (file: string): SpecValue => ({ $picture: file })

const home: readonly NodeSpec[] = [
  {
    type: 'notice-bar',
    props: {
      text: text(
        'Our six-hour beef broth is ready at 11. When it is gone, it is gone.',
        '慢炖六小时的牛骨汤每天 11 点开锅，售完即止。',
      ),
      tone: 'news',
      icon: 'soup',
    },
  },
  {
    type: 'banner-carousel',
    props: {
      slides: [
        {
          picture: picture('banner-signature.webp'),
          title: text('Six hours in the pot', '慢炖六小时'),
          subtitle: text('Beef noodles, ¥28', '红烧牛肉面 ¥28 起'),
          link: toPage('menu'),
        },
        {
          picture: picture('banner-lunch.webp'),
          title: text('Lunch, quickly', '午市快餐'),
          subtitle: text('Ten minutes to the table', '桌边下单，十分钟上桌'),
          link: toPage('menu'),
        },
        {
          picture: picture('banner-members.webp'),
          title: text('Join for free', '免费入会'),
          subtitle: text('Up to 10 % off', '消费 1 元积 1 分'),
          link: toPage('member'),
        },
      ],
    },
  },
  {
    type: 'icon-navigation',
    props: {
      items: [
        { icon: 'utensils', label: text('Order', '点餐'), link: toPage('menu') },
        { icon: 'calendar', label: text('Book', '订座'), link: toPage('booking') },
        { icon: 'card', label: text('Members', '会员'), link: toPage('member') },
        { icon: 'map-pin', label: text('Find us', '到店'), link: { kind: 'map' } },
      ],
      columns: '4',
      style: 'tinted',
    },
  },
  {
    type: 'section',
    props: { title: '', padding: 'm', shape: 'full' },
    slots: {
      content: [
        {
          type: 'heading',
          props: {
            text: text('Made by hand since 1998', '手工面，始于一九九八'),
            subtitle: text('Dough kneaded at dawn, broth on the stove all day', '清晨和面，整日熬汤'),
            size: 'l',
            link: toPage('about'),
            linkText: text('Our story', '我们的故事'),
          },
        },
        {
          type: 'columns',
          props: { layout: '1-1', gap: 's' },
          slots: {
            column1: [
              {
                type: 'image',
                props: {
                  picture: picture('dan-dan.webp'),
                  caption: text('Dan dan noodles', '担担面'),
                  ratio: '4:3',
                  link: toPage('menu'),
                },
              },
            ],
            column2: [
              {
                type: 'image',
                props: {
                  picture: picture('scallion-oil.webp'),
                  caption: text('Scallion oil noodles', '葱油拌面'),
                  ratio: '4:3',
                  link: toPage('menu'),
                },
              },
            ],
          },
        },
      ],
    },
  },
  { type: 'opening-hours', props: { title: text('Opening hours', '营业时间'), show: 'today' } },
  {
    type: 'shop-location',
    props: {
      directions: text(
        'Metro line 1 or 7 to Changshu Road, exit 6, four minutes on foot.',
        '地铁 1、7 号线常熟路站 6 号口，步行 4 分钟。',
      ),
    },
  },
]

const about: readonly NodeSpec[] = [
  { type: 'image', props: { picture: picture('story.webp'), ratio: 'original', shape: 'full' } },
  {
    type: 'heading',
    props: { text: text('A family, a rolling pin, a pot', '一家人，一根擀面杖，一口锅'), size: 'l' },
  },
  {
    type: 'text',
    props: {
      text: text(
        'Grandmother opened with four stools and one dish. We still make her braised beef the same way: shank, star anise, aged soy sauce, and six hours of patience.\n\nThe menu has grown and so has the room, but the dough is kneaded by hand every morning and nothing in the broth comes from a packet.',
        '外婆开店时只有四张凳子、一道面。如今的红烧牛肉仍照她的做法：牛腱、八角、陈年酱油，再加六个小时的耐心。\n\n菜单长了，店面也大了，但面团依旧每天清晨手工揉制，汤里没有一样东西来自调料包。',
      ),
    },
  },
  { type: 'opening-hours', props: { title: text('Opening hours', '营业时间'), show: 'week' } },
  { type: 'shop-location', props: {} },
  {
    type: 'section',
    props: { title: text('Settling a bill?', '到店结账'), padding: 'm', shape: 'card' },
    slots: {
      content: [
        {
          type: 'text',
          props: {
            text: text('Ask us for the amount and pay it here.', '向店员确认金额后，在这里付款。'),
            size: 's',
          },
        },
        {
          type: 'pay-button',
          props: { label: text('Pay the shop', '向商家付款'), kind: 'typed', minMinor: 100, maxMinor: 500_000 },
        },
      ],
    },
  },
]

export const pages: ProgramSpec = {
  theme: { accent: '#c2412d', ground: '#faf6f0', fontFamily: 'sans', typeScale: 1, radiusPx: 14, scheme: 'light' },
  pages: [
    {
      title: { en: 'Home', 'zh-CN': '首页' },
      slug: '',
      tab: { label: { en: 'Home', 'zh-CN': '首页' }, icon: 'home' },
      nodes: home,
    },
    {
      title: { en: 'Menu', 'zh-CN': '点餐' },
      slug: 'menu',
      tab: { label: { en: 'Order', 'zh-CN': '点餐' }, icon: 'utensils' },
      nodes: [{ type: 'menu' }],
    },
    {
      title: { en: 'Book a table', 'zh-CN': '订座' },
      slug: 'booking',
      tab: { label: { en: 'Book', 'zh-CN': '订座' }, icon: 'calendar' },
      nodes: [{ type: 'booking' }],
    },
    {
      title: { en: 'Membership', 'zh-CN': '会员' },
      slug: 'member',
      tab: { label: { en: 'Member', 'zh-CN': '会员' }, icon: 'card' },
      nodes: [
        {
          type: 'membership-card',
          props: { invitation: text('Collect points with every bowl', '每一碗面都有积分') },
        },
        { type: 'coupon-wall', props: { title: text('Coupons to take', '领券更优惠') } },
        { type: 'own-orders', props: { title: text('My orders', '我的订单') } },
      ],
    },
    { title: { en: 'Our story', 'zh-CN': '我们的故事' }, slug: 'about', nodes: about },
  ],
}
