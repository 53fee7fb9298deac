/** Whether a program may do what is asked in its name: what its release requests, less what this installation withholds. */
import type { Capability } from '#model/capabilities.ts'
import { ShopRefusal } from './refusal.ts'
import type { VisitedProgram } from './visitor-call.ts'

export interface Grants {
  /**
   * For what begins something. Decided by the release that the visitor sees now, whatever the page says of itself.
   * @throws ShopRefusal `not-granted`
   */
  require(program: VisitedProgram, ...needed: readonly Capability[]): Promise<void>
  /**
   * For what ends something that was begun: it may go on though the release that began it is gone.
   * @throws ShopRefusal `not-granted`
   */
  requireAllowed(capability: Capability): void
}

export function createGrants(options: {
  /** What the release requests that this visitor sees; nothing where there is none. */
  readonly requested: (program: VisitedProgram) => Promise<ReadonlySet<Capability>>
  readonly withheld: ReadonlySet<Capability>
}): Grants {
  const { requested, withheld } = options
  const requireAllowed = (capability: Capability) => {
    if (withheld.has(capability)) throw new ShopRefusal('not-granted', `"${capability}" is withheld here`)
  }
  return {
    requireAllowed,
    async require(program, ...needed) {
      needed.forEach(requireAllowed)
      const asked = await requested(program)
      for (const capability of needed)
        if (!asked.has(capability)) throw new ShopRefusal('not-granted', `The release does not request "${capability}"`)
    },
  }
}
