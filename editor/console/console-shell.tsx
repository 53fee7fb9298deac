import { useEffect, type ReactNode } from 'react'
import { useWords } from '#editor/words/use-words.ts'
import type { Me } from '#platform/contract/merchant.ts'
import { areaName, type AreaId } from './areas.ts'
import { ConsoleBar } from './console-bar.tsx'
import { ConsoleNav } from './console-nav.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { FreshOrders } from './fresh-orders.ts'
import { useOrders } from './queries.ts'
import { useShop } from './shop-context.ts'
import { useLiveEvents } from './use-live-events.ts'
import { useOrderAlarm } from './use-order-alarm.ts'

export interface ConsoleShellProps {
  readonly area: AreaId
  readonly me: Me
  readonly children: ReactNode
}

/** What stays while areas change: the bar, the ways to the areas, the live line to the shop and its alarm. */
export function ConsoleShell({ area, me, children }: ConsoleShellProps) {
  const words = useWords()
  const { program } = useShop()
  const stream = useLiveEvents(program.id)
  const orders = useOrders(program.id)
  const known = orders.status === 'ready' ? orders.value : undefined
  const fresh = useOrderAlarm(known)
  const waiting = known?.filter(({ status }) => status === 'placed').length ?? 0

  useEffect(() => {
    const before = document.title
    const count = waiting > 0 ? `(${waiting}) ` : ''
    document.title = `${count}${areaName(area, words)} · ${program.name}`
    return () => void (document.title = before)
  }, [area, waiting, program.name, words])

  return (
    <div className="console">
      <ConsoleBar me={me} stream={stream} />
      <ConsoleNav area={area} waiting={waiting} />
      <main className="console__main" aria-label={areaName(area, words)}>
        <ConnectionNotice stream={stream} />
        <FreshOrders value={fresh}>{children}</FreshOrders>
      </main>
    </div>
  )
}
