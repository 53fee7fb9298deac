import { create } from 'zustand'

const KEY = 'shopwright.inspector-groups'

interface GroupState {
  /** Groups that somebody opened or closed; the others are as they are at first. */
  readonly open: { readonly [group: string]: boolean }
}

/** Which groups are open holds for every block and the next visit: who closes one does not want it back at each click. */
const useGroups = create<GroupState>(() => ({ open: read() }))

export function useGroupOpen(group: string, isOpenAtFirst: boolean): [boolean, (isOpen: boolean) => void] {
  const isOpen = useGroups(({ open }) => open[group] ?? isOpenAtFirst)
  return [isOpen, (next) => setGroup(group, next)]
}

function setGroup(group: string, isOpen: boolean): void {
  const open = { ...useGroups.getState().open, [group]: isOpen }
  useGroups.setState({ open })
  try {
    localStorage.setItem(KEY, JSON.stringify(open))
  } catch {
    // Closed to us: it lasts as long as the tab.
  }
}

function read(): GroupState['open'] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof saved !== 'object' || saved === null) return {}
    return Object.fromEntries(
      Object.entries(saved).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    )
  } catch {
    return {}
  }
}
