/** The rows behind the noodle shop: what it sells, when it is open, where one sits and what regulars get. */
import type { DishSeed, ShopSeed } from '../template.ts'
import { dishes } from './dishes.ts'

const weekdays = [1, 2, 3, 4, 5] as const
const weekend = [6, 7] as const

export const shop: ShopSeed = {
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  phone: '+86 21 6431 2088',
  address: { en: '218 Wuyuan Road, Xuhui District, Shanghai', 'zh-CN': '上海市徐汇区五原路 218 号' },
  latitude: 31.2106,
  longitude: 121.4446,
  hours: [
    ...weekdays.map((day) => ({ day, opens: '07:00', closes: '22:00' })),
    ...weekend.map((day) => ({ day, opens: '08:00', closes: '23:00' })),
  ],
  tables: [
    { label: 'A1', seats: 2 },
    { label: 'A2', seats: 2 },
    { label: 'A3', seats: 4 },
    { label: 'A4', seats: 4 },
    { label: 'B1', seats: 6 },
    { label: 'B2', seats: 8 },
  ],
  categories: [
    { key: 'noodles', name: { en: 'Noodles', 'zh-CN': '招牌面' } },
    { key: 'rice', name: { en: 'Rice', 'zh-CN': '盖饭' } },
    { key: 'small-plates', name: { en: 'Small plates', 'zh-CN': '小吃' } },
    { key: 'drinks', name: { en: 'Drinks', 'zh-CN': '饮品' } },
    { key: 'desserts', name: { en: 'Sweets', 'zh-CN': '甜品' } },
  ],
  modifierGroups: [
    {
      key: 'spiciness',
      name: { en: 'How spicy', 'zh-CN': '辣度' },
      min: 1,
      max: 1,
      options: [
        { key: 'none', name: { en: 'Not spicy', 'zh-CN': '不辣' }, priceMinor: 0, maxQuantity: 1, preselected: false },
        { key: 'mild', name: { en: 'A little', 'zh-CN': '微辣' }, priceMinor: 0, maxQuantity: 1, preselected: true },
        { key: 'hot', name: { en: 'Spicy', 'zh-CN': '中辣' }, priceMinor: 0, maxQuantity: 1, preselected: false },
        { key: 'fire', name: { en: 'Very spicy', 'zh-CN': '特辣' }, priceMinor: 0, maxQuantity: 1, preselected: false },
      ],
    },
    {
      key: 'noodle-kind',
      name: { en: 'Noodles', 'zh-CN': '面条' },
      min: 1,
      max: 1,
      options: [
        { key: 'thin', name: { en: 'Thin', 'zh-CN': '细面' }, priceMinor: 0, maxQuantity: 1, preselected: true },
        { key: 'wide', name: { en: 'Wide', 'zh-CN': '宽面' }, priceMinor: 0, maxQuantity: 1, preselected: false },
        {
          key: 'pulled',
          name: { en: 'Hand-pulled', 'zh-CN': '手擀面' },
          priceMinor: 200,
          maxQuantity: 1,
          preselected: false,
        },
      ],
    },
    {
      key: 'toppings',
      name: { en: 'Extra toppings', 'zh-CN': '加料' },
      min: 0,
      max: 4,
      options: [
        {
          key: 'egg',
          name: { en: 'Marinated egg', 'zh-CN': '卤蛋' },
          priceMinor: 300,
          maxQuantity: 2,
          preselected: false,
        },
        {
          key: 'beef',
          name: { en: 'Braised beef', 'zh-CN': '卤牛肉' },
          priceMinor: 1200,
          maxQuantity: 2,
          preselected: false,
        },
        {
          key: 'bok-choy',
          name: { en: 'Bok choy', 'zh-CN': '青菜' },
          priceMinor: 300,
          maxQuantity: 2,
          preselected: false,
        },
        {
          key: 'tofu-skin',
          name: { en: 'Tofu skin', 'zh-CN': '豆皮' },
          priceMinor: 400,
          maxQuantity: 2,
          preselected: false,
        },
        {
          key: 'coriander',
          name: { en: 'Coriander', 'zh-CN': '香菜' },
          priceMinor: 0,
          maxQuantity: 1,
          preselected: false,
        },
      ],
    },
    {
      key: 'sweetness',
      name: { en: 'Sweetness', 'zh-CN': '甜度' },
      min: 1,
      max: 1,
      options: [
        { key: 'full', name: { en: 'Regular', 'zh-CN': '正常糖' }, priceMinor: 0, maxQuantity: 1, preselected: true },
        { key: 'half', name: { en: 'Half', 'zh-CN': '半糖' }, priceMinor: 0, maxQuantity: 1, preselected: false },
        { key: 'none', name: { en: 'No sugar', 'zh-CN': '无糖' }, priceMinor: 0, maxQuantity: 1, preselected: false },
      ],
    },
  ],
  dishes: dishes satisfies readonly DishSeed[],
  services: [
    {
      key: 'table',
      kind: 'table',
      name: { en: 'Book a table', 'zh-CN': '预订餐桌' },
      description: { en: 'We keep your table for 15 minutes.', 'zh-CN': '餐桌为您保留 15 分钟。' },
      durationMinutes: 90,
      slotStepMinutes: 30,
      priceMinor: 0,
      minParty: 1,
      maxParty: 8,
      minNoticeMinutes: 30,
      maxAdvanceDays: 30,
      staff: [],
    },
  ],
  tiers: [
    {
      key: 'regular',
      name: { en: 'Regular', 'zh-CN': '老朋友' },
      fromPoints: 0,
      discountPercent: 0,
      perk: { en: '1 point for every yuan', 'zh-CN': '消费 1 元积 1 分' },
    },
    {
      key: 'silver',
      name: { en: 'Silver spoon', 'zh-CN': '银勺会员' },
      fromPoints: 300,
      discountPercent: 5,
      perk: { en: '5 % off every order', 'zh-CN': '每单 95 折' },
    },
    {
      key: 'gold',
      name: { en: 'Gold bowl', 'zh-CN': '金碗会员' },
      fromPoints: 1000,
      discountPercent: 10,
      perk: { en: '10 % off and a free drink on your birthday', 'zh-CN': '每单 9 折，生日赠饮一杯' },
    },
  ],
  pointsPerUnit: 1,
  coupons: [
    {
      key: 'members-month',
      title: { en: 'Members’ month', 'zh-CN': '会员月回馈' },
      gain: { kind: 'percent', percent: 12, mostMinor: 2000 },
      minSpendMinor: 6000,
      goodForDays: 30,
      totalLimit: null,
      audience: 'members',
    },
    {
      key: 'plum-drink',
      title: { en: 'A plum drink on us', 'zh-CN': '请您喝杯酸梅汤' },
      gain: { kind: 'item', dish: 'plum-drink' },
      minSpendMinor: 4000,
      goodForDays: 7,
      totalLimit: 200,
      audience: 'everyone',
    },
    {
      key: 'welcome',
      title: { en: 'A warm welcome', 'zh-CN': '新客暖胃券' },
      gain: { kind: 'amount', amountMinor: 800 },
      minSpendMinor: 5000,
      goodForDays: 14,
      totalLimit: null,
      audience: 'everyone',
    },
  ],
}
