import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { useReachable } from '#editor/api/use-connection.ts'
import { PartInPlace, PartOnTop } from './late-part.tsx'

/** A part of the screen whose code comes when it is asked for, or before. */
export interface Late<Props extends object> {
  /** @param props.placeholder - all that is seen until the code is here, for parts that nobody has asked for */
  (props: Props & { readonly placeholder?: ReactNode }): ReactNode
  /** Fetches the code, once. */
  preload(): void
}

/** In a place that waits for it, like a panel; or on top of everything, like a dialog. */
type Where = 'in place' | 'on top'

/**
 * As `lazy`, without its pause: what waited behind a placeholder of React's is shown a third of a second late, also when
 * the code has long been there. And where code cannot be fetched, its own place says so and asks again once there is a
 * connection; everything around it goes on.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  where: Where = 'in place',
): Late<Props> {
  let loaded: ComponentType<Props> | undefined
  let coming: Promise<void> | undefined
  const fetchOnce = () =>
    (coming ??= load().then(
      (component) => {
        loaded = component
      },
      (thrown: unknown) => {
        coming = undefined
        throw thrown
      },
    ))
  function LatePart({ placeholder, ...props }: Props & { readonly placeholder?: ReactNode }) {
    const isReachable = useReachable()
    const [state, setState] = useState<'coming' | 'here' | 'missing'>(loaded ? 'here' : 'coming')
    useEffect(() => {
      if (loaded) return
      let isGone = false
      const become = (next: typeof state) => isGone || setState(next)
      become('coming')
      fetchOnce().then(
        () => become('here'),
        () => become('missing'),
      )
      return () => {
        isGone = true
      }
    }, [isReachable])
    const Part = loaded
    if (Part) return <Part {...(props as unknown as Props)} />
    if (placeholder !== undefined) return placeholder
    const isMissing = state === 'missing' || !isReachable
    if (where === 'on top') return isMissing ? <PartOnTop isReachable={isReachable} /> : null
    return <PartInPlace isMissing={isMissing} isReachable={isReachable} />
  }
  return Object.assign(LatePart, {
    preload: () =>
      void fetchOnce().catch(() => {
        // Whoever needs it asks again, and says so if it fails.
      }),
  })
}
