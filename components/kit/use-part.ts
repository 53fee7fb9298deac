import { type ReactNode, useEffect, useRef, useState } from 'react'

export type Part<Props> = (props: Props) => ReactNode

/**
 * A part of a view that is fetched when it is first wanted, so that a page does not carry it from the start. Null until
 * it is there.
 * @param attempt - 0 while it is not wanted; any other number fetches it, another one again if that had failed
 * @param onFail - told when it could not be fetched
 */
export function usePart<Props>(
  load: () => Promise<Part<Props>>,
  attempt: number,
  onFail: () => void,
): Part<Props> | null {
  const [loaded, setLoaded] = useState<{ readonly part: Part<Props> } | null>(null)
  const failed = useRef(onFail)
  failed.current = onFail
  useEffect(() => {
    if (!attempt || loaded) return
    let gone = false
    load().then(
      (part) => !gone && setLoaded({ part }),
      () => !gone && failed.current(),
    )
    return () => {
      gone = true
    }
  }, [attempt])
  return loaded && loaded.part
}
