import { useCallback, useSyncExternalStore } from 'react'
import { sectionOf, type NodeId, type SectionId, type SectionRecord } from '#model/index.ts'
import { useFact, useSession, useTopic } from '../session/use-session.tsx'

/** All sections that can be placed, in order. */
export function useSections(): readonly SectionRecord[] {
  useTopic('pages')
  return useSession()
    .program.sections()
    .filter(({ isDeleted }) => !isDeleted)
}

export function useSection(id: SectionId | undefined): SectionRecord | undefined {
  useTopic(id)
  const { program } = useSession()
  return id === undefined ? undefined : program.section(id)
}

/** The section that stands in this place; undefined for any other block. */
export function useSectionOf(id: NodeId | undefined): SectionRecord | undefined {
  const sectionId = useFact(id, (program) => {
    const node = id === undefined ? undefined : program.node(id)
    return node && sectionOf(node)
  })
  return useSection(sectionId)
}

/** In how many places it stands; draws again only when that is another number. */
export function usePlaceCount(id: SectionId): number {
  const { program } = useSession()
  const subscribe = useCallback((listener: () => void) => program.subscribe(listener), [program])
  return useSyncExternalStore(subscribe, () => program.instancesOf(id).size)
}
