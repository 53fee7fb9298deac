/** Words of how the published program is used: in the counter, and over the canvas. */
export const visits = {
  note: 'Counted without cookies and without following anybody.',
  period: 'Period',
  days: { 1: 'Today', 7: '7 days', 28: '28 days', 90: '90 days' },
  versus: {
    1: (count: string) => `${count} yesterday, all day`,
    7: (count: string) => `${count} in the 7 days before`,
    28: (count: string) => `${count} in the 28 days before`,
    90: (count: string) => `${count} in the 90 days before`,
  },
  visits: 'Visits',
  views: 'Pages looked at',
  orders: 'Orders',
  bookings: 'Bookings',
  joined: 'New members',
  overTime: 'Visits by day',
  dayIs: (day: string, visits: number, orders: number) =>
    `${day}: ${visits === 1 ? '1 visit' : `${visits} visits`}, ${orders === 1 ? '1 order' : `${orders} orders`}`,
  devices: (phone: string, tablet: string, computer: string) =>
    `${phone} on a phone, ${tablet} on a tablet, ${computer} on a computer`,
  pages: 'Pages',
  page: 'Page',
  entries: 'Visits that began here',
  gonePage: 'A page that is gone',
  orderPage: 'Order status',
  tapped: 'What was tapped',
  block: 'Block',
  goneBlock: 'A block that is gone',
  onPage: (title: string) => `on ${title}`,
  seen: 'Seen',
  taps: 'Tapped',
  noTaps: 'Nothing was tapped in this time. Pages without blocks that react carry no script, so they cannot tell.',
  funnel: 'On the way to an order',
  steps: {
    visits: 'Visits',
    carts: 'Put something into the cart',
    checkouts: 'Opened the checkout',
    orders: 'Ordered',
  },
  funnelNote: 'Orders are all orders, also of those who asked not to be counted.',
  bookingFunnel: (begun: number, done: number) =>
    `${begun === 1 ? '1 booking' : `${begun} bookings`} begun, ${done} confirmed`,
  releases: 'By version',
  version: (version: number) => `Version ${version}`,
  vias: 'By poster and table',
  via: 'Scanned',
  goneVia: (code: string) => `A code that is gone (${code})`,
  noVias: 'No code was scanned in this time. Posters for tables and the window are under “Posters”.',
  carts: 'Carts',
  csv: 'Save as CSV',
  emptyTitle: 'Nobody was counted yet',
  emptyText: 'Publish your program and share its link: the first visit shows here within seconds.',
  emptyAction: 'Print a poster',
  counting: (day: string) => `Counting since ${day}.`,

  toggleFigures: 'Figures: who saw and tapped each block',
  figuresShown: 'Figures of the last 28 days',
  figuresViews: (views: number) =>
    views === 1 ? 'This page was looked at once.' : `This page was looked at ${views} times.`,
  figuresHelp:
    'Seen means half in sight for a second. Counted as published; a block that you changed keeps its figures.',
  figuresNone: 'This page has no figures of blocks yet. Only pages with blocks that react can tell what was seen.',
  figuresFailed: 'The figures could not be loaded.',
  hideFigures: 'Hide the figures',
  figureOf: (seen: number, tapped: number) => `Seen ${timesOf(seen)}, tapped ${timesOf(tapped)}`,
}

function timesOf(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`
}
