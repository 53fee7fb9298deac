import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { PosterSheet, type PosterContent } from './poster-sheet.tsx'
import { posterSizes, type PosterSize } from './poster-sizes.ts'

interface Job {
  readonly contents: readonly PosterContent[]
  readonly size: PosterSize
}

/** Prints sheets, one a page, and nothing else of the screen; the browser's own dialog also makes a PDF of them. */
export function usePrint(): {
  readonly sheets: ReactNode
  readonly print: (contents: readonly PosterContent[], size: PosterSize) => void
} {
  const [job, setJob] = useState<Job>()
  useEffect(() => {
    if (!job) return
    const done = () => setJob(undefined)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [job])
  return {
    sheets: job ? createPortal(<Sheets {...job} />, document.body) : null,
    print: (contents, size) => setJob({ contents, size }),
  }
}

function Sheets({ contents, size }: Job) {
  const { widthMm, heightMm } = posterSizes[size]
  return (
    <div className="poster-print" aria-hidden>
      <style>{`@page{size:${widthMm}mm ${heightMm}mm;margin:0}`}</style>
      {contents.map((content) => (
        <PosterSheet key={content.link} content={content} size={size} label="" />
      ))}
    </div>
  )
}
