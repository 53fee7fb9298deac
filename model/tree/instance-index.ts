import type { NodeId, SectionId } from '../ids.ts'
import { instanceType } from '../section-instance.ts'
import type { NodeRecord } from './node-record.ts'

const none: ReadonlySet<NodeId> = new Set()

/** Which nodes stand for which section, kept up to date by looking only at nodes that changed. */
export class InstanceIndex {
  readonly #bySection = new Map<string, Set<NodeId>>()
  readonly #sectionOf = new Map<string, string>()

  of(id: SectionId): ReadonlySet<NodeId> {
    return this.#bySection.get(id) ?? none
  }

  update(
    changed: Iterable<string>,
    removed: Iterable<string>,
    index: { record(id: string): NodeRecord | undefined; typeOf(id: string): string | undefined },
  ): void {
    for (const id of changed) {
      const record = index.typeOf(id) === instanceType ? index.record(id) : undefined
      this.#note(id, typeof record?.props.section === 'string' ? record.props.section : undefined)
    }
    for (const id of removed) if (!index.record(id)) this.#note(id, undefined)
  }

  #note(id: string, section: string | undefined): void {
    const before = this.#sectionOf.get(id)
    if (before === section) return
    if (before !== undefined) {
      const those = this.#bySection.get(before)
      those?.delete(id as NodeId)
      if (those?.size === 0) this.#bySection.delete(before)
    }
    if (section === undefined) this.#sectionOf.delete(id)
    else {
      this.#sectionOf.set(id, section)
      this.#bySection.set(section, (this.#bySection.get(section) ?? new Set()).add(id as NodeId))
    }
  }
}
