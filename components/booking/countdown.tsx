import { useEffect, useState } from 'react'
import { Icon, Text, View } from '#components/primitives/index.ts'
import type { BookingWords } from './words.ts'

interface CountdownProps {
  readonly words: BookingWords
  readonly untilIso: string
  readonly onEnd: () => void
}

/** The time a slot is still kept. Readers hear it when it starts and when it is over, not every second. */
export function Countdown({ words, untilIso, onEnd }: CountdownProps) {
  const [left, setLeft] = useState(() => secondsUntil(untilIso))
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(untilIso)), 1000)
    return () => clearInterval(timer)
  }, [untilIso])
  useEffect(() => {
    if (left === 0) onEnd()
  }, [left === 0])
  if (left === 0)
    return (
      <View className="b-booking__said" ariaRole="alert">
        <Icon name="clock" />
        <Text>{words.runOut}</Text>
      </View>
    )
  return (
    <View className={`b-booking__hold${left < 60 ? ' b-booking__hold--soon' : ''}`} ariaRole="timer">
      <Icon name="clock" />
      <Text>{words.heldFor(clock(left))}</Text>
    </View>
  )
}

function secondsUntil(iso: string): number {
  return Math.max(0, Math.ceil((Date.parse(iso) - Date.now()) / 1000))
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
