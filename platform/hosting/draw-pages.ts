import type { OfProgram } from '../releases/point-program.ts'
import type { Services } from '../services.ts'
import type { LiveSite, Site, Sites } from './find-site.ts'
import type { SiteRenderer } from './render-site.ts'

export interface PageDrawer {
  /**
   * Begins to draw every page that visitors of the program see now, of both versions during a gradual release. Answers at
   * once: nobody waits for it.
   */
  draw(of: OfProgram): void
  /** Waits for the page that is being drawn, and draws no other. */
  stop(): Promise<void>
}

/**
 * Draws the pages of a release before anybody asks for them, so that the first visitor of each waits no longer than the
 * second. One page at a time: requests come in between. A page that cannot be drawn is drawn when it is asked for.
 */
export function createPageDrawer({
  sites,
  renderer,
  log,
}: {
  readonly sites: Pick<Sites, 'findOf' | 'findAllLive'>
  readonly renderer: Pick<SiteRenderer, 'page' | 'program'>
  readonly log: Services['log']
}): PageDrawer {
  const running = new Map<string, Promise<void>>()
  let isStopped = false

  async function drawAll(of: OfProgram): Promise<void> {
    const site = await sites.findOf(of)
    if (!site) return
    for (const live of await sites.findAllLive(site)) await drawVersion(of, site, live)
  }

  async function drawVersion(of: OfProgram, site: Site, live: LiveSite): Promise<void> {
    const { pages } = await renderer.program(live)
    const paths = pages.filter(({ hidden }) => !hidden).map(({ slug }) => slug)
    let drawn = 0
    for (const path of paths) {
      if (isStopped) return
      await renderer.page(site, live, path)
      drawn++
    }
    log({ event: 'pages-drawn', programId: of.programId, releaseId: live.releaseId, pages: drawn })
  }

  return {
    draw(of) {
      if (isStopped) return
      const { programId } = of
      // After the one before, which may have begun with what was live then.
      const begun = (running.get(programId) ?? Promise.resolve())
        .then(() => drawAll(of))
        .catch((error: unknown) => log({ event: 'pages-not-drawn', programId, error: String(error) }))
        .finally(() => {
          if (running.get(programId) === begun) running.delete(programId)
        })
      running.set(programId, begun)
    },
    async stop() {
      isStopped = true
      await Promise.all(running.values())
    },
  }
}
