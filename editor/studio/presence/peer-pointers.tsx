import { useCallback, useSyncExternalStore } from 'react'
import { useSession, useView } from '../session/use-session.tsx'
import { fromPagePoint } from './page-point.ts'
import type { PagePoint, Peer } from './presence.ts'
import { usePeers } from './use-presence.ts'
import './presence.css'

/** Where the others point on this page: over the same thing that is under their pointer. */
export function PeerPointers() {
  const pageId = useView((view) => view.pageId)
  const peers = usePeers()
  return peers.map((peer) =>
    peer.pointer && peer.pageId === pageId ? <Pointer key={peer.clientId} peer={peer} point={peer.pointer} /> : null,
  )
}

function Pointer({ peer: { name, colour }, point }: { readonly peer: Peer; readonly point: PagePoint }) {
  const { map } = useSession()
  const zoom = useView((view) => view.zoom)
  const widthPx = useView((view) => view.widthPx)
  const { nodeId } = point
  const subscribe = useCallback(
    (listener: () => void) => (nodeId === undefined ? () => undefined : map.subscribe(nodeId, listener)),
    [map, nodeId],
  )
  useSyncExternalStore(subscribe, () => (nodeId === undefined ? undefined : map.find(nodeId)))
  const at = fromPagePoint(map, point, widthPx)
  if (!at) return null
  return (
    <div
      className="st-pointer"
      data-testid="peer-pointer"
      aria-hidden
      style={{ transform: `translate(${at.x * zoom}px, ${at.y * zoom}px)`, color: colour }}
    >
      <svg className="st-pointer__arrow" width="16" height="18" viewBox="0 0 16 18">
        <path d="M1 1 L1 14.500 L4.700 11.200 L7.200 16.800 L9.900 15.600 L7.400 10.100 L12.500 9.900 Z" />
      </svg>
      <span className="st-pointer__name" style={{ background: colour }}>
        {name}
      </span>
    </div>
  )
}
