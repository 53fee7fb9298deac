/** What customers order by and what the counter makes of it: tax, receipts, stations, delivery, tables. */
export const ordering = {
  tax: 'Tax',
  taxHelp: 'Counts for orders from now on. Orders that exist keep the tax they were placed with.',
  taxMode: 'Prices on the menu',
  taxModes: { none: 'Say nothing of tax', included: 'Include tax', excluded: 'Tax is added on top' },
  taxUsual: 'Usual rate',
  taxOwn: 'Rate by category',
  taxOwnHelp: 'Leave it empty for the usual rate.',
  taxSaved: 'Tax is worked out like this from now on.',
  taxIncluded: (rate: string) => `of which ${rate} tax`,
  receipt: 'Receipt',
  printReceipt: (number: string) => `Receipt ${number}`,
  taxAdded: (rate: string) => `${rate} tax`,
}
