/** Words of when dishes are served, and what they cost by the way they are ordered. */
export const menuRules = {
  served: (name: string) => `When ${name} is served`,
  servedNow: (name: string, when: string) => `When ${name} is served: ${when}`,
  always: 'Always',
  atTimes: 'At some times',
  when: 'Served',
  alwaysNote: 'Whenever the shop is open.',
  atTimesNote: 'Outside of these hours customers see when it is served, and cannot order it.',
  none: 'On no day: nobody could order it.',
  save: 'Save',
  cancel: 'Cancel',
  saved: (name: string) => `Saved when ${name} is served`,
  everyDay: 'every day',
  prices: (name: string) => `Prices of ${name}`,
  pricesNote: 'Leave a field empty to charge the usual price.',
  channels: { dine_in: 'Eat here', pickup: 'Pick up', delivery: 'Delivery' },
  pricesSaved: (name: string) => `Saved the prices of ${name}`,
}
