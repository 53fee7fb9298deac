/** Asks axe about what is on the screen, light and dark. */
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** What one run has looked at: a state of the screen in one scheme. */
export interface AxeFindings {
  readonly states: string[]
  readonly problems: string[]
}

/**
 * Looks at the page as it stands, in light and then in dark, without stopping at what it finds: `expectNone` does. Dark
 * differs in colours alone, so only they are asked about again.
 *
 * Beside axe's usual rules it asks for targets of at least 24 px (WCAG 2.2). The canvas' and the preview's frames are
 * left out: what they draw are the blocks, which `npm run test:stories` gives to axe in both looks.
 */
export async function lookAt(page: Page, state: string, findings: AxeFindings): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme)
    await page.evaluate((source) => void ('axe' in window || new Function(source)()), axe.source)
    const found = await page.evaluate(problemsOnScreen, scheme === 'dark' ? colourRules : [])
    findings.states.push(`${state}, ${scheme}`)
    findings.problems.push(...found.map((problem) => `${state}, ${scheme}: ${problem}`))
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

const colourRules = ['color-contrast', 'link-in-text-block']

export function expectNone({ states, problems }: AxeFindings): void {
  expect(states.length).toBeGreaterThan(0)
  expect([...new Set(problems)]).toEqual([])
}

/** Runs in the page, with axe loaded. */
async function problemsOnScreen(only: readonly string[]): Promise<readonly string[]> {
  // A sentence that is being said may be named by a button that has done its work and is gone.
  const context = { include: [['html']], exclude: [['[data-live-announcer]']] }
  const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(context, {
    iframes: false,
    // Reads the style sheets anew each time, for one rule about sheets that turn the screen; ours do not.
    preload: false,
    resultTypes: ['violations'],
    ...(only.length > 0 ? { runOnly: [...only] } : { rules: { 'target-size': { enabled: true } } }),
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.filter(({ target }) => !isFine(id, target.join(' '))).map((node) => say(id, node)),
    )

  function say(id: string, { html, failureSummary }: (typeof violations)[number]['nodes'][number]): string {
    return `${id}: ${html.slice(0, 200)} ${failureSummary?.split('\n')[1] ?? ''}`
  }

  function isFine(rule: string, selector: string): boolean {
    const element = document.querySelector(selector)
    if (!element) return false
    if (rule === 'label-content-name-mismatch') return nameOf(element).includes(shownIn(element))
    // Steered from the search field above it, which says which entry is active: it scrolls with that entry.
    if (rule === 'scrollable-region-focusable')
      return (
        document.activeElement?.getAttribute('aria-controls') === element.id &&
        ['menu', 'listbox'].includes(element.role ?? '')
      )
    return false
  }

  function nameOf(element: Element): string {
    const named = elementsOf(element, 'aria-labelledby').map((each) => each.textContent)
    return plain(element.ariaLabel ?? named.join(' '))
  }

  /** The words to say to press it: what axe takes for them also holds its description and drawings made of text. */
  function shownIn(element: Element): string {
    const copy = element.cloneNode(true) as Element
    const described = elementsOf(element, 'aria-describedby').map(({ id }) => `[id="${id}"]`)
    for (const part of copy.querySelectorAll(['[aria-hidden=true]', ...described].join())) part.remove()
    return plain(copy.textContent)
  }

  function elementsOf(element: Element, attribute: string): readonly Element[] {
    const ids = element.getAttribute(attribute)?.split(' ') ?? []
    return ids.flatMap((id) => document.getElementById(id) ?? [])
  }

  function plain(text: string | null): string {
    return (text ?? '').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  }
}
