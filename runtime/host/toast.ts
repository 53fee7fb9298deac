const shownMs = 3200

let present: HTMLElement | undefined

/** Says something in passing, above everything else, an open sheet included. */
export function showToast(text: string): void {
  present?.remove()
  const toast = document.createElement('div')
  toast.className = 'sw-toast'
  toast.setAttribute('role', 'status')
  toast.popover = 'manual'
  document.body.append(toast)
  // An announcement needs the element to be there before its text.
  toast.textContent = text
  toast.showPopover?.()
  present = toast
  setTimeout(() => toast.remove(), shownMs)
}
