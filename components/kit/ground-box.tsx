import type { ReactNode } from 'react'
import { View } from '#components/primitives/index.ts'
import './boxes.css'
import { colourCss, groundAndInk } from './colour.ts'

/**
 * A box with a ground of its own, on which everything inside stays legible in both schemes. A picked colour stays as
 * picked in the dark scheme too, and what is on it goes with it.
 */
export function GroundBox(props: {
  readonly colour: string
  readonly className?: string
  readonly children?: ReactNode
}) {
  const { colour, className, children } = props
  const own = groundAndInk(colour)
  if (!own)
    return (
      <View className={className} style={{ background: colourCss(colour) }}>
        {children}
      </View>
    )
  // Two boxes: the inner one redefines the colours that the outer one still refers to.
  return (
    <View
      className={className}
      style={{ '--sw-own-ground': own.ground, '--sw-own-ink': own.ink, background: own.ground }}
    >
      <View className="sw-own-ground">{children}</View>
    </View>
  )
}
