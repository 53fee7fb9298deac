/** What the platform says to customers on its own pages. Change `wordingVersion` with the sentences that are agreed to. */
import type { CustomerField, LoginReason } from '#model/shop/customers.ts'

export type CustomerLanguage = 'en' | 'zh-CN'

const en = {
  demo: 'Demo – no message is really sent',
  language: '中文',
  asks: (shop: string) => `${shop} asks you to sign in`,
  why: {
    membership: 'Your card and points are then yours on every phone.',
    'order-contact': 'You need not type your details again, and your orders are yours on every phone.',
  } satisfies Record<LoginReason, string>,
  contact: { phone: 'Phone number', email: 'E-mail', both: 'Phone number or e-mail' },
  sendCode: 'Send me a code',
  nothingYet: 'The shop learns nothing before you agree on the next page.',
  codeTitle: 'Enter the code',
  codeSent: (to: string) => `A code of 6 digits is on its way to ${to}. It is good for 5 minutes.`,
  code: 'Code',
  signIn: 'Sign in',
  otherContact: 'Use another number or address',
  readMessage: 'Open the message that would have been sent',
  shareTitle: (shop: string) => `What may ${shop} know?`,
  shareNothingTitle: (shop: string) => `Continue to ${shop}?`,
  signedInAs: (who: string) => `Signed in as ${who}`,
  shareFor: {
    membership: 'For your membership: it stands on your card and in the shop’s list of members.',
    'order-contact':
      'For your orders: it is filled in for you when you check out, and tells the shop where to deliver.',
  } satisfies Record<LoginReason, string>,
  knowsAgain: (shop: string) =>
    `${shop} will know you again on each of your devices, and learns nothing else about you.`,
  terms: (shop: string) =>
    `${shop} reads only what is ticked, and a number by which it knows you again. You can take this back at any time in your account.`,
  field: {
    name: 'Name',
    phone: 'Phone number',
    email: 'E-mail',
    area: 'District or postcode',
    address: 'Street, house and door',
  } satisfies Record<CustomerField, string>,
  agree: 'Agree and continue',
  goOn: 'Continue',
  refuse: 'Not now, back to the shop',
  otherAccount: 'Not you? Use another account',
  overTitle: 'This sign-in is over',
  overText: 'Go back to the shop and start again. Nothing was shared.',
  noMessageTitle: 'There is no such message',
  noMessageText: 'It may be over by now. Ask for a new code.',
  message: { phone: 'Text message', email: 'E-mail' },
  toWhom: (who: string) => `To ${who}`,
  platform: 'Shopwright',
  accountTitle: 'My account',
  accountSignIn: 'Sign in to your account',
  accountWhy: 'See which shops may know you, and take it back.',
  sharedTitle: 'Who may know you',
  sharedNothing: 'You share nothing with any shop.',
  since: (day: string) => `since ${day}`,
  purpose: { membership: 'Membership', 'order-contact': 'Orders' } satisfies Record<LoginReason, string>,
  onlyKnown: 'Only that it is you again',
  withdraw: 'Stop sharing',
  withdrawFrom: (shop: string) => `Stop sharing with ${shop}`,
  withdrawn: 'Done. That shop reads nothing of this any more.',
  kept: 'What you gave a shop with an order, a booking or a card stays with that shop. Ask it there to have it deleted.',
  signOut: 'Sign out on this device',
  signOutAll: 'Sign out on all devices',
  codeSubject: (asker: string) => `Your code for ${oneLine(asker)}`,
  codeTextMessage: (code: string, asker: string) =>
    `${code} is your code to sign in to ${oneLine(asker)}. Good for 5 minutes. Never tell it to anybody.`,
  codeText: (code: string, asker: string) =>
    `${code} is your code to sign in to ${oneLine(asker)}.\n\nIt is good for 5 minutes. Never tell it to anybody: nobody of the shop will ask for it. If you did not want to sign in, do nothing.\n`,
  errors: {
    contact: 'This is neither a phone number nor an e-mail address. Please check it.',
    'only-email': 'A code can only be sent by e-mail here.',
    'only-phone': 'A code can only be sent by text message here. Please type a phone number.',
    wrong: (left: number) =>
      left === 1 ? 'This is not the code. One try is left.' : `This is not the code. ${left} tries are left.`,
    over: 'This code is over. Ask for a new one.',
    'too-many': 'That was too often. Please wait a while and try again.',
    'not-sent': 'The code could not be sent. Please try again in a moment.',
    field: (name: string) => `${name}: please fill it in, or untick it.`,
  },
}

const zh: typeof en = {
  demo: '演示环境，不会真正发送消息',
  language: 'English',
  asks: (shop) => `「${shop}」请您登录`,
  why: {
    membership: '登录后，会员卡和积分在您的每台手机上都能使用。',
    'order-contact': '登录后，无需重复填写资料，在每台手机上都能看到自己的订单。',
  },
  contact: { phone: '手机号', email: '邮箱', both: '手机号或邮箱' },
  sendCode: '获取验证码',
  nothingYet: '在您下一页同意之前，商家不会得知任何信息。',
  codeTitle: '输入验证码',
  codeSent: (to) => `6 位验证码已发送至 ${to}，5 分钟内有效。`,
  code: '验证码',
  signIn: '登录',
  otherContact: '换一个手机号或邮箱',
  readMessage: '查看本应发送的消息',
  shareTitle: (shop) => `允许「${shop}」获取哪些信息？`,
  shareNothingTitle: (shop) => `继续前往「${shop}」？`,
  signedInAs: (who) => `当前账号：${who}`,
  shareFor: {
    membership: '用于会员服务：显示在您的会员卡和商家的会员名单中。',
    'order-contact': '用于下单：结算时自动填写，并告知商家送货地址。',
  },
  knowsAgain: (shop) => `「${shop}」会在您的每台设备上认出您，除此之外不会得知其他信息。`,
  terms: (shop) => `「${shop}」只能读取已勾选的内容，以及用于识别您的编号。您可以随时在“我的账号”中撤回同意。`,
  field: { name: '姓名', phone: '手机号', email: '邮箱', area: '所在区或邮编', address: '街道、门牌号' },
  agree: '同意并继续',
  goOn: '继续',
  refuse: '暂不，返回商家',
  otherAccount: '不是您？换一个账号',
  overTitle: '本次登录已失效',
  overText: '请返回商家重新开始，没有分享任何信息。',
  noMessageTitle: '找不到这条消息',
  noMessageText: '可能已经过期，请重新获取验证码。',
  message: { phone: '短信', email: '邮件' },
  toWhom: (who) => `发送至 ${who}`,
  platform: 'Shopwright',
  accountTitle: '我的账号',
  accountSignIn: '登录您的账号',
  accountWhy: '查看哪些商家可以认出您，并可随时撤回。',
  sharedTitle: '已授权的商家',
  sharedNothing: '您没有向任何商家分享信息。',
  since: (day) => `${day} 起`,
  purpose: { membership: '会员', 'order-contact': '订单' },
  onlyKnown: '仅用于认出您',
  withdraw: '停止分享',
  withdrawFrom: (shop) => `停止与「${shop}」分享`,
  withdrawn: '已撤回，该商家不能再读取这些信息。',
  kept: '您在下单、预订或入会时提供给商家的信息仍由该商家保存，如需删除请联系商家。',
  signOut: '退出本设备',
  signOutAll: '退出所有设备',
  codeSubject: (asker) => `「${oneLine(asker)}」登录验证码`,
  codeTextMessage: (code, asker) => `验证码 ${code}，用于登录${oneLine(asker)}，5 分钟内有效。请勿告诉他人。`,
  codeText: (code, asker) =>
    `您正在登录「${oneLine(asker)}」，验证码 ${code}。\n\n5 分钟内有效。请勿告诉任何人，商家不会向您索要验证码。如果不是您本人操作，请忽略。\n`,
  errors: {
    contact: '请输入正确的手机号或邮箱。',
    'only-email': '这里只能通过邮箱接收验证码。',
    'only-phone': '这里只能通过短信接收验证码，请填写手机号。',
    wrong: (left) => `验证码不正确，还可以再试 ${left} 次。`,
    over: '验证码已失效，请重新获取。',
    'too-many': '操作太频繁，请稍后再试。',
    'not-sent': '验证码发送失败，请稍后再试。',
    field: (name) => `请填写${name}，或取消勾选。`,
  },
}

export type CustomerWords = typeof en

export function customerWords(language: CustomerLanguage): CustomerWords {
  return language === 'zh-CN' ? zh : en
}

/**
 * The customer's language: what they chose on the page, else the first that their browser names and we speak.
 * @param fallback - of the program
 */
export function customerLanguage(
  chosen: string | undefined,
  acceptLanguage: string | undefined,
  fallback: CustomerLanguage,
): CustomerLanguage {
  if (chosen === 'en' || chosen === 'zh-CN') return chosen
  const spoken = (acceptLanguage ?? '').toLowerCase().split(',')
  for (const tag of spoken) {
    if (tag.trim().startsWith('zh')) return 'zh-CN'
    if (tag.trim().startsWith('en')) return 'en'
  }
  return fallback
}

/** Names of shops are typed by people; a subject has one line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
