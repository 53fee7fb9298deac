import { useLayoutEffect, useRef } from 'react'
import type { PropsOfPrimitive } from '../props.ts'
import { Icon } from './basic.tsx'
import { domAttributes, eventOf } from './dom-attributes.ts'

/** Dragged further than this, the sheet closes when let go. */
const closeAfterPx = 96

/**
 * A native modal dialog: the browser keeps the focus inside, closes it on Escape, makes the page behind it inert and
 * gives the focus back afterwards.
 */
export function Sheet(props: PropsOfPrimitive<'Sheet'>) {
  return props.open ? <OpenSheet {...props} /> : null
}

function OpenSheet(props: PropsOfPrimitive<'Sheet'>) {
  const { title, plain, closeLabel, place = 'bottom', onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const opened = dialog.current
    const before = document.activeElement
    opened?.showModal()
    const { classList } = document.documentElement
    classList.add('sw-behind-sheet')
    return () => {
      opened?.close()
      if (!document.querySelector('.sw-sheet[open]')) classList.remove('sw-behind-sheet')
      // Closing gives the focus back only while the dialog is still part of the page.
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  const dragFrom = useRef<number | null>(null)
  const drag = (event: { clientY: number; currentTarget: HTMLElement }) =>
    Math.max(0, event.clientY - (dragFrom.current ?? event.clientY))
  const settle = (offset: string) => dialog.current?.style.setProperty('translate', offset)

  return (
    <dialog
      {...domAttributes(props, `sw-sheet sw-sheet--${place}`)}
      ref={dialog}
      aria-modal="true"
      aria-label={title}
      onCancel={(event) => {
        // The owner decides: it closes by no longer asking for an open sheet.
        event.preventDefault()
        onClose?.(eventOf(event, {}))
      }}
      onClick={(event) => {
        // The dialog's own box is all scrim; what is seen of it are its children.
        if (event.target === event.currentTarget) onClose?.(eventOf(event, {}))
      }}
    >
      <div className="sw-sheet__panel">
        <div
          className="sw-sheet__handle"
          onPointerDown={(event) => {
            dragFrom.current = event.clientY
            event.currentTarget.setPointerCapture(event.pointerId)
          }}
          onPointerMove={(event) => dragFrom.current !== null && settle(`0 ${drag(event)}px`)}
          onPointerUp={(event) => {
            const far = drag(event) > closeAfterPx
            dragFrom.current = null
            if (far) onClose?.(eventOf(event, {}))
            else settle('none')
          }}
          onPointerCancel={() => {
            dragFrom.current = null
            settle('none')
          }}
        />
        {!plain && <h2 className="sw-sheet__title">{title}</h2>}
        <button
          className="sw-sheet__close"
          type="button"
          aria-label={closeLabel}
          onClick={(event) => onClose?.(eventOf(event, {}))}
        >
          <Icon name="close" />
        </button>
        {children}
      </div>
    </dialog>
  )
}
