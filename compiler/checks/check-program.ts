import type { CompiledTheme } from '#model/compiled-program.ts'
import type { PageId, PageRecord } from '#model/index.ts'
import type { ShopData } from '#components/kit/view.ts'
import { contrastFindings } from '#runtime/theme-contrast.ts'
import { rememberBy } from './remember-by.ts'
import type { Finding } from './finding.ts'

/** The platforms' own limit, and as many as a thumb can tell apart. */
export const MOST_TABS = 5

export interface CheckedPage extends Pick<PageRecord, 'id' | 'title' | 'isHome' | 'isHidden'> {
  /** Its entry in the tab bar, if it has one. */
  readonly tab?: unknown
}

export interface CheckedProgram {
  readonly pages: readonly CheckedPage[]
  /** Whether anything on the page will be seen by anybody. */
  readonly isEmpty: (pageId: PageId) => boolean
  readonly theme: CompiledTheme
  /** Undefined until it has arrived: nothing is said about it then. */
  readonly shop: ShopData | undefined
  /** Types of block that are placed somewhere. */
  readonly uses: (type: string) => boolean
}

/** What is to be said about pages, tabs, theme and shop, errors first. */
export function checkProgram(program: CheckedProgram): readonly Finding[] {
  return [...pageFindings(program), ...tabFindings(program), ...shopFindings(program), ...themeFindings(program.theme)]
}

function pageFindings({ pages, isEmpty }: CheckedProgram): readonly Finding[] {
  return pages
    .filter((page) => !page.isHidden && isEmpty(page.id))
    .map((page) => ({
      key: `empty/${page.id}`,
      code: page.isHome ? 'empty-home' : 'empty-page',
      level: page.isHome ? 'error' : 'warning',
      pageId: page.id,
      about: page.title,
      place: { kind: 'page', pageId: page.id },
      ...(page.isHome ? {} : { repair: { kind: 'remove-page', pageId: page.id } as const }),
    }))
}

function tabFindings({ pages }: CheckedProgram): readonly Finding[] {
  const tabs = pages.filter((page) => page.tab && !page.isHidden)
  const [first] = tabs
  if (tabs.length <= MOST_TABS || !first) return []
  return [
    {
      key: 'tabs',
      code: 'too-many-tabs',
      level: 'error',
      about: String(tabs.length),
      place: { kind: 'page', pageId: first.id },
      repair: { kind: 'keep-first-tabs' },
    },
  ]
}

function shopFindings({ shop, uses }: CheckedProgram): readonly Finding[] {
  if (!shop) return []
  const findings: Finding[] = []
  const needsHours = ['menu', 'booking', 'opening-hours'].some(uses)
  if (needsHours && shop.shop.hours.weekly.length === 0) {
    findings.push({
      key: 'hours',
      code: 'no-hours',
      level: 'error',
      place: { kind: 'console', rest: 'settings' },
      repair: { kind: 'set-usual-hours' },
    })
  }
  if (uses('menu') && shop.menu.dishes.length === 0) {
    findings.push({ key: 'dishes', code: 'no-dishes', level: 'error', place: { kind: 'console', rest: 'menu' } })
  }
  if (uses('booking') && shop.services.length === 0) {
    findings.push({
      key: 'services',
      code: 'no-services',
      level: 'error',
      place: { kind: 'console', rest: 'settings' },
    })
  }
  const free = uses('menu')
    ? shop.menu.dishes.filter(({ variants }) => variants.some((each) => each.priceMinor === 0))
    : []
  for (const dish of free) {
    findings.push({
      key: `free/${dish.id}`,
      code: 'free-dish',
      level: 'warning',
      about: dish.name,
      place: { kind: 'console', rest: 'menu' },
    })
  }
  return findings
}

/** Goes through every pair of colours, and is asked after each edit. */
const themeFindings = rememberBy((theme: CompiledTheme): readonly Finding[] =>
  contrastFindings(theme).map(({ scheme, text, on, fix }) => ({
    key: `contrast/${scheme}/${text}/${on}`,
    code: 'contrast',
    level: 'warning',
    about: scheme,
    place: { kind: 'theme' },
    repair: { kind: 'set-theme', choices: fix },
  })),
)
