import { useEffect, useRef, useState } from 'react'
import type { Host } from '#components/kit/host.ts'
import { askInSheet } from './ask-in-sheet.tsx'
import { effectWords } from './effect-words.ts'
import { readCode } from './read-code.ts'

/** How often the camera's picture is looked at. */
const lookEveryMs = 200

/** Reads a code with the camera, or from a picture of the visitor's where there is none. */
export async function scan(language: string): ReturnType<Host['scan']> {
  const words = effectWords(language)
  const text = await askInSheet<string>({ title: words.scan.title, close: words.close }, (answer) => (
    <Scanner language={language} onRead={answer} />
  ))
  if (text !== undefined) return { ok: true, value: text }
  return { ok: false, failure: { code: 'cancelled', message: 'Nothing was scanned' } }
}

function Scanner({ language, onRead }: { readonly language: string; readonly onRead: (text: string) => void }) {
  const words = effectWords(language).scan
  const video = useRef<HTMLVideoElement>(null)
  const [hint, setHint] = useState(words.aim)
  const [hasCamera, setHasCamera] = useState(true)
  useEffect(() => {
    let closed = false
    let stop = () => {}
    const watch = async () => {
      // Absent on plain http from another machine.
      const devices: MediaDevices | undefined = navigator.mediaDevices
      const stream = await devices?.getUserMedia({ video: { facingMode: 'environment' } })
      const screen = video.current
      stop = () => stream?.getTracks().forEach((track) => track.stop())
      if (!stream || !screen) throw new Error('No camera')
      if (closed) return stop()
      screen.srcObject = stream
      await screen.play()
      while (!closed) {
        const text = await readCode(screen)
        if (text !== undefined && !closed) return onRead(text)
        await new Promise((resolve) => void setTimeout(resolve, lookEveryMs))
      }
    }
    watch().catch(() => {
      if (closed) return
      setHasCamera(false)
      setHint(words.noCamera)
    })
    return () => {
      closed = true
      stop()
    }
  }, [])

  const readPicture = async (file: File | undefined) => {
    const picture = file && (await createImageBitmap(file).catch(() => undefined))
    const text = picture && (await readCode(picture))
    if (text === undefined) setHint(words.unread)
    else onRead(text)
  }

  return (
    <div className="sw-ask">
      {hasCamera && <video className="sw-ask__video" ref={video} muted playsInline />}
      <span className="sw-ask__hint" role="status">
        {hint}
      </span>
      <label className="sw-ask__choose">
        {words.choose}
        <input
          className="sw-ask__file"
          type="file"
          accept="image/*"
          onChange={(event) => void readPicture(event.currentTarget.files?.[0])}
        />
      </label>
    </div>
  )
}
