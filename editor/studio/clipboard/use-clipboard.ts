import { useEffect } from 'react'
import { dataToCopy, sayCopied, takeAway } from '../commands/clipboard-commands.ts'
import { reachOf } from '../commands/hotkey.ts'
import type { CommandContext } from '../commands/studio-command.ts'
import { editable } from '../commands/edit-commands.ts'
import { paste } from './paste.ts'

/**
 * Answers the browser's own copy, cut and paste, which come with the clipboard in hand and need no permission. Where
 * somebody types, in a dialog, or with words marked on the screen, they keep their usual meaning.
 */
export function useClipboard(context: CommandContext): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (!isOurs(event) || hasMarkedWords()) return
      if (put(event, context)) sayCopied(context)
    }
    const onCut = (event: ClipboardEvent) => {
      if (!isOurs(event) || hasMarkedWords() || editable(context) === undefined) return
      if (put(event, context)) takeAway(context)
    }
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData
      if (!data || !isOurs(event) || !context.canEdit) return
      event.preventDefault()
      const [html, text] = [data.getData('text/html'), data.getData('text/plain')]
      paste(context, { html, text, files: [...data.files] })
    }
    window.addEventListener('copy', onCopy)
    window.addEventListener('cut', onCut)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('copy', onCopy)
      window.removeEventListener('cut', onCut)
      window.removeEventListener('paste', onPaste)
    }
  }, [context])
}

function put(event: ClipboardEvent, context: CommandContext): boolean {
  const copied = dataToCopy(context)
  if (!copied || !event.clipboardData) return false
  event.preventDefault()
  event.clipboardData.setData('text/html', copied.html)
  event.clipboardData.setData('text/plain', copied.text)
  return true
}

function isOurs(event: ClipboardEvent): boolean {
  if (event.defaultPrevented) return false
  // With the focus nowhere, the event starts at whatever holds the caret; the focus tells more.
  const { activeElement } = document
  const focused = activeElement instanceof HTMLIFrameElement ? null : activeElement
  return reachOf(focused) !== 'none' && reachOf(event.target instanceof Element ? event.target : null) !== 'none'
}

function hasMarkedWords(): boolean {
  return (getSelection()?.toString() ?? '') !== ''
}
