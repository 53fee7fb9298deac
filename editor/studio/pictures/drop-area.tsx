import { ImageDown } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useWords } from '#editor/words/use-words.ts'
import { bringsFiles, filesOf } from './check-picture-file.ts'

export interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly isDisabled?: boolean
  /** Takes what is pasted while nothing else has the focus: for a dialog, which has the whole window. */
  readonly takesAllPastes?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Takes picture files that are dropped on it or pasted into it. Everything in it can be done with buttons as well. */
export function DropArea({ onFiles, isDisabled = false, takesAllPastes = false, className, children }: DropAreaProps) {
  const words = useWords()
  const area = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    if (isDisabled) return
    const onPaste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData)
      const isOurs = takesAllPastes || (event.target instanceof Node && area.current?.contains(event.target))
      if (!isOurs || files.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(files)
    }
    // On the way down, so that the canvas does not take the same files.
    window.addEventListener('paste', onPaste, true)
    return () => window.removeEventListener('paste', onPaste, true)
  }, [isDisabled, takesAllPastes])
  if (isDisabled) return <div className={className}>{children}</div>
  return (
    <div
      ref={area}
      className={`st-drop-area${className === undefined ? '' : ` ${className}`}`}
      data-takes-files
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!bringsFiles(event.dataTransfer)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        const files = filesOf(event.dataTransfer)
        if (files.length === 0) return
        event.preventDefault()
        onFiles(files)
      }}
    >
      {children}
      {isOver ? (
        <span className="st-drop-area__mark" aria-hidden>
          <ImageDown size={20} />
          {words.pictures.letGo}
        </span>
      ) : null}
    </div>
  )
}
