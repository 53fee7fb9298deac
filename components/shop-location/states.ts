import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { loaded, loading, mockShop, offline } from '../kit/stories/mock-shop.ts'

const nowhere = { text: '', latitude: null, longitude: null }

export const states = {
  default: {
    props: {
      directions: text(
        'Metro line 1 or 7 to Changshu Road, exit 6, four minutes on foot.',
        '地铁 1、7 号线常熟路站 6 号口，步行 4 分钟。',
      ),
    },
  },
  plain: { props: { showMap: false, showPhone: false } },
  noPhone: { data: (language) => ({ shop: loaded(mockShop(language, { phone: '' })) }) },
  none: { data: (language) => ({ shop: loaded(mockShop(language, { phone: '', address: nowhere })) }) },
  loading: { data: () => ({ shop: loading }) },
  failed: { data: () => ({ shop: offline }) },
} satisfies BlockStates
