/** Pages that tell about the shop. */
import type { SpecValue } from '#model/program-spec.ts'
import { card, heading, paragraph, say, text, type PageTemplate } from './page-template.ts'

export const tellingPages: readonly PageTemplate[] = [
  {
    id: 'about',
    title: say('About us', '关于我们'),
    description: say('Your story, with a picture', '一张图片，讲讲您的故事'),
    slug: 'about',
    icon: 'heart',
    nodes: [
      { type: 'image', props: { ratio: '4:3', shape: 'full' } },
      heading(
        say('A small shop with a long memory', '小店不大，记性很好'),
        say('Run by the same family since it opened', '开业至今，一直是一家人在经营'),
        'l',
      ),
      paragraph(
        'We opened because we could not find what we wanted to eat ourselves. We still choose everything by hand, and we still know what most of you order.\n\nCome in, sit down, and tell us how it was.',
        '当初开店，是因为找不到自己想吃的味道。今天我们仍然亲手挑选每一样食材，也仍然记得大多数客人常点什么。\n\n进来坐坐，告诉我们味道怎么样。',
      ),
      card(say('What we care about', '我们在意的事'), [
        {
          type: 'icon-navigation',
          props: {
            items: [
              { icon: 'leaf', label: text('Fresh daily', '每日新鲜'), link: null },
              { icon: 'heart', label: text('Made by hand', '手工制作'), link: null },
              { icon: 'users', label: text('Neighbours', '街坊邻里'), link: null },
            ],
            columns: '3',
            style: 'tinted',
          },
        },
      ]),
      {
        type: 'timeline',
        props: {
          title: text('How we got here', '一路走来'),
          items: [
            {
              when: text('The beginning', '起步'),
              title: text('One room and a borrowed oven', '一间小屋，一台借来的烤箱'),
              text: text('Neighbours were the first guests. Many still come.', '最早的客人是街坊，许多人至今常来。'),
            },
            {
              when: text('Five years on', '五年后'),
              title: text('A place of our own', '有了自己的店面'),
              text: text('The big table by the window was built that summer.', '窗边的大桌子就是那年夏天打的。'),
            },
            {
              when: text('Today', '今天'),
              title: text('Still the same hands', '还是那双手'),
              isNow: true,
            },
          ],
        },
      },
    ],
  },
  {
    id: 'people',
    title: say('Our people', '我们的团队'),
    description: say('Who looks after your guests', '介绍团队，展示口碑'),
    slug: 'people',
    icon: 'users',
    nodes: [
      heading(say('The people you meet here', '在这里，您会遇见他们'), undefined, 'l'),
      {
        type: 'team',
        props: {
          people: [
            {
              name: text('Mei', '陈美'),
              role: text('Founder', '创始人'),
              about: text(
                'Here since the first day, and every morning before seven.',
                '从第一天起就在，每天早上七点前到店。',
              ),
            },
            {
              name: text('Jun', '王俊'),
              role: text('Head of the house', '店长'),
              about: text('Knows most of you by name.', '叫得出大多数熟客的名字。'),
            },
          ],
        },
      },
      {
        type: 'review-wall',
        props: {
          title: text('What guests say', '顾客怎么说'),
          items: [
            {
              text: text(
                'We came in by chance and have been back every week since. They remember you.',
                '偶然走进来，之后每周都来，他们真的记得我。',
              ),
              name: text('Lin W.', '林女士'),
              source: text('Regular guest', '老顾客'),
            },
            {
              text: text('Everything as promised, and a fair price.', '说到做到，价格公道。'),
              name: text('Daniel', '丹尼尔'),
              source: text('Last month', '上个月'),
            },
          ],
        },
      },
    ],
  },
  {
    id: 'visit',
    title: say('Hours and location', '营业时间与地址'),
    description: say('When you are open and where', '什么时候开门，怎么找到您'),
    slug: 'visit',
    icon: 'map-pin',
    nodes: [
      { type: 'opening-hours', props: { title: text('Opening hours', '营业时间'), show: 'week' } },
      {
        type: 'shop-location',
        props: {
          directions: text(
            'The entrance is on the side street, next to the bakery. Bicycles can stand in the yard.',
            '入口在侧街，面包房旁边。自行车可以停在院子里。',
          ),
        },
      },
    ],
  },
  {
    id: 'contact',
    title: say('Contact', '联系我们'),
    description: say('Call, find, ask', '打电话、找位置、问一声'),
    slug: 'contact',
    icon: 'phone',
    nodes: [
      heading(
        say('We are glad to hear from you', '有事尽管找我们'),
        say('Usually answered within a day', '一般当天回复'),
      ),
      {
        type: 'icon-navigation',
        props: {
          items: [
            { icon: 'map-pin', label: text('Find us', '到店导航'), link: { kind: 'map' } },
            { icon: 'home', label: text('Start page', '回到首页'), link: { kind: 'page', pageId: { $page: '' } } },
          ],
          columns: '2',
          style: 'filled',
        },
      },
      paragraph(
        'For large orders, private events or lost property, a call is quickest. The number is below.',
        '大量订购、包场或失物查询，打电话最快。号码在下面。',
      ),
      { type: 'shop-location', props: { showMap: false } },
    ],
  },
  {
    id: 'consultation',
    title: say('Ask for advice', '预约咨询'),
    description: say('A form that takes pictures and plans along', '填表咨询，可附照片和图纸'),
    slug: 'consultation',
    icon: 'paperclip',
    nodes: [
      {
        type: 'form',
        props: {
          title: text('Tell us what you need', '说说您的需求'),
          intro: text(
            'A few words and a picture are enough. We read everything ourselves and answer within one working day.',
            '几句话、一张照片就够了。我们会亲自查看，一个工作日内答复。',
          ),
          questions: [
            asked('What is it about?', '想咨询什么？', 'long'),
            asked('Pictures or plans', '照片或图纸', 'file', { mostFiles: 4, isNeeded: false }),
            asked('When would it suit you?', '希望什么时候？', 'date', { isNeeded: false }),
            asked('Your name', '怎么称呼您？', 'short'),
            asked('Phone', '联系电话', 'phone'),
          ],
          consent: text('You may keep this and ring me about it.', '同意保存以上内容，并就此事电话联系我。'),
          button: text('Send', '提交'),
          thanks: text('Thank you. We will ring you within one working day.', '已收到，一个工作日内给您回电。'),
        },
      },
    ],
  },
  {
    id: 'news',
    title: say('News', '最新动态'),
    description: say('What is new, newest first', '新鲜事，按时间排列'),
    slug: 'news',
    icon: 'megaphone',
    nodes: [
      heading(say('What is new', '最新动态'), undefined, 'l'),
      card(say('Autumn menu from Friday', '周五起，秋季菜单上新'), [
        paragraph(
          'Pumpkin soup, roast chestnuts and a pear tea we have been trying out all summer.',
          '南瓜汤、糖炒栗子，还有我们试了一整个夏天的雪梨茶。',
        ),
      ]),
      card(say('Closed on Monday the 6th', '6 日（周一）休息一天'), [
        paragraph(
          'We are painting the front room. From Tuesday everything is as usual.',
          '店面粉刷，暂停营业一天，周二恢复正常。',
        ),
      ]),
    ],
  },
  {
    id: 'questions',
    title: say('Questions', '常见问题'),
    description: say('What people keep asking', '顾客常问的几件事'),
    slug: 'questions',
    icon: 'message',
    nodes: [
      heading(say('Asked often', '常见问题'), undefined, 'l'),
      {
        type: 'faq',
        props: {
          items: [
            {
              question: text('Can I change my order?', '下单后还能改吗？'),
              answer: text('Until we start preparing it. Give us a call.', '我们开始制作之前都可以，打个电话就行。'),
            },
            {
              question: text('Is there anything without meat?', '有素食吗？'),
              answer: text(
                'Yes: dishes with a leaf. Tell us about allergies, please.',
                '有，菜单上带叶子标记的都是。如有过敏请提前告诉我们。',
              ),
            },
            {
              question: text('Can I bring my dog?', '可以带狗吗？'),
              answer: text('To the tables outside, gladly. There is a bowl of water.', '室外座位欢迎，我们备有水碗。'),
            },
            {
              question: text('Do you take reservations?', '可以预约吗？'),
              answer: text(
                'Yes, for two people or more. On weekdays you can also just walk in.',
                '可以，两位以上均可预约。工作日也可以直接到店。',
              ),
            },
          ],
        },
      },
      { type: 'divider', props: { words: text('Anything else?', '还有别的问题？'), line: 'faded' } },
      { type: 'shop-location', props: { showMap: false } },
    ],
  },
]

function asked(en: string, zh: string, kind: string, change: object = {}): { readonly [name: string]: SpecValue } {
  return { label: text(en, zh), kind, options: '', isNeeded: true, ...change }
}
