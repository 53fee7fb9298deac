import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, offline } from '../kit/stories/mock-shop.ts'
import { sampleMenu } from '../menu/sample-menu.ts'
import { onSale, soldOut } from '../ordering/sample-sales.ts'

const props = { title: text('Lunch flash sale', '午市秒杀') }
const evening = { startsAtIso: '2026-10-14T18:00:00+08:00', endsAtIso: '2026-10-14T20:00:00+08:00' }

/** Two that run, one of them nearly gone, one that is gone, and one for the evening. */
const full = (language: Language) => {
  const few = onSale(onSale(sampleMenu(language), 'beef'), 'cucumber', { percentSold: 90, left: 3, perPerson: 1 })
  const gone = onSale(few, 'tomato', { state: 'gone', percentSold: 100, left: 0 })
  return { menu: loaded(onSale(gone, 'wonton', { state: 'soon', percentSold: 0, ...evening })) }
}

export const states = {
  default: { props, data: full },
  toSwipe: { props: { ...props, layout: 'row' }, data: full },
  onlyAnnounced: {
    props,
    data: (language) => ({
      menu: loaded(
        onSale(sampleMenu(language), 'wonton', {
          state: 'soon',
          percentSold: 0,
          startsAtIso: '2026-10-17T18:00:00+08:00',
          endsAtIso: '2026-10-17T20:00:00+08:00',
        }),
      ),
    }),
  },
  allGone: {
    props,
    data: (language) => ({
      menu: loaded(onSale(sampleMenu(language), 'beef', { state: 'gone', percentSold: 100, left: 0 })),
    }),
  },
  lastSeconds: { props, data: full, env: { nowMs: Date.parse('2026-10-14T13:29:48+08:00') } },
  inCart: { props: { ...props, announced: false }, data: full },
  soldOut: {
    props,
    data: (language) => ({ menu: loaded(soldOut(onSale(sampleMenu(language), 'beef'))) }),
  },
  readingOnly: { props: { ...props, dineIn: false, pickup: false }, data: full },
  noSale: { props: { ...props, without: 'words' }, data: (language) => ({ menu: loaded(sampleMenu(language)) }) },
  gone: { props, data: (language) => ({ menu: loaded(sampleMenu(language)) }) },
  loading: { props },
  failed: { props, data: () => ({ menu: offline }) },
} satisfies BlockStates
