import type { Peer } from '../session/presence.ts'
import { usePeers } from '../session/use-presence.ts'
import { useView } from '../session/use-session.tsx'
import { scaled } from './geometry.ts'
import { useMeasured } from './use-measured.ts'

/** What others have selected on this page, in their colours and with their names. */
export function PeerFrames() {
  const pageId = useView((view) => view.pageId)
  const peers = usePeers()
  return peers.filter((peer) => peer.pageId === pageId).map((peer) => <PeerFrame key={peer.clientId} peer={peer} />)
}

function PeerFrame({ peer }: { readonly peer: Peer }) {
  const rect = useMeasured(peer.selected)?.rect
  const zoom = useView((view) => view.zoom)
  if (!rect) return null
  const { x, y, width, height } = scaled(rect, zoom)
  return (
    <div
      className="st-peer"
      data-testid="peer-selection"
      style={{ left: x, top: y, width, height, borderColor: peer.colour }}
    >
      <span className="st-peer__name" style={{ background: peer.colour }}>
        {peer.name}
      </span>
    </div>
  )
}
