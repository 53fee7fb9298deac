import type { ReactNode } from 'react'
import { Navigator, View } from '#components/primitives/index.ts'
import type { LinkValue } from './fields.ts'
import type { Host } from './host.ts'
import type { BlockEnv } from './view.ts'

/** Follows a link when pressed; just a box while there is no link, and on the canvas, where nothing reacts. */
export function LinkBox(props: {
  readonly link: LinkValue | null
  readonly host: Pick<Host, 'open' | 'href'>
  readonly env: BlockEnv
  readonly className?: string
  readonly ariaLabel?: string
  readonly children?: ReactNode
}) {
  const { link, host, env, className, ariaLabel, children } = props
  if (!link || env.mode === 'canvas') return <View className={className}>{children}</View>
  return (
    <Navigator className={className} ariaLabel={ariaLabel} url={host.href?.(link)} onClick={() => host.open(link)}>
      {children}
    </Navigator>
  )
}
