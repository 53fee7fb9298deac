import { useEffect, useRef } from 'react'

/** Focuses the element when `focus` turns true, also on first drawing. */
export function useFocus<E extends HTMLElement>(focus: boolean | undefined) {
  const element = useRef<E>(null)
  useEffect(() => {
    if (focus) element.current?.focus()
  }, [focus])
  return element
}
