/** The chime of a new order: made on the spot, so there is no file to load when it matters. */
import { create } from 'zustand'

const KEY = 'shopwright.counter-sound'

interface SoundState {
  readonly isOn: boolean
  /** The browser makes no sound before the person has touched the page. */
  readonly isBlocked: boolean
}

export const useSound = create<SoundState>(() => ({
  isOn: typeof localStorage === 'undefined' || localStorage.getItem(KEY) !== 'off',
  isBlocked: false,
}))

let context: AudioContext | undefined

export function switchSound(isOn: boolean): void {
  localStorage.setItem(KEY, isOn ? 'on' : 'off')
  useSound.setState({ isOn })
  if (isOn) chime()
}

/** Rings for a new order, unless muted. */
export function ring(): void {
  if (useSound.getState().isOn) chime()
}

/** Plays the chime whatever the switch says: the person asked to hear it. */
export function chime(): void {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  const audio = context
  if (audio.state === 'running') return play(audio)
  useSound.setState({ isBlocked: true })
  void audio.resume().then(() => {
    useSound.setState({ isBlocked: false })
    play(audio)
  })
}

/** Two rising notes and their echo: heard through a kitchen, not unpleasant the hundredth time. */
function play(audio: AudioContext) {
  const notes = [
    { hertz: 784, atSeconds: 0 },
    { hertz: 1047, atSeconds: 0.16 },
    { hertz: 784, atSeconds: 0.55 },
    { hertz: 1047, atSeconds: 0.71 },
  ]
  for (const { hertz, atSeconds } of notes) {
    const startsAt = audio.currentTime + atSeconds
    const tone = audio.createOscillator()
    const loudness = audio.createGain()
    tone.type = 'triangle'
    tone.frequency.value = hertz
    loudness.gain.setValueAtTime(0, startsAt)
    loudness.gain.linearRampToValueAtTime(0.5, startsAt + 0.012)
    loudness.gain.exponentialRampToValueAtTime(0.001, startsAt + 0.5)
    tone.connect(loudness).connect(audio.destination)
    tone.start(startsAt)
    tone.stop(startsAt + 0.52)
  }
}
