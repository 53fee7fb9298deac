import type { NodeId } from '#model/ids.ts'
import { findPart } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { scaled } from '../canvas/geometry.ts'
import { useMeasured } from '../canvas/use-measured.ts'
import { useSession, useView } from '../session/use-session.tsx'
import type { Peer } from './presence.ts'
import { useStillPeers } from './use-presence.ts'

/** What others have selected on this page, in their colours and with their names. */
export function PeerFrames() {
  const pageId = useView((view) => view.pageId)
  const peers = useStillPeers()
  return peers
    .filter((peer) => peer.pageId === pageId)
    .flatMap((peer) => peer.selection.map((id) => <PeerFrame key={`${peer.clientId}/${id}`} peer={peer} id={id} />))
}

function PeerFrame({ peer, id }: { readonly peer: Peer; readonly id: NodeId }) {
  const rect = useMeasured(id)?.rect
  const zoom = useView((view) => view.zoom)
  const label = useLabel(peer, id)
  if (!rect) return null
  const { x, y, width, height } = scaled(rect, zoom)
  return (
    <div
      className={`st-peer${peer.isAway ? ' st-peer--away' : ''}`}
      data-testid="peer-selection"
      style={{ left: x, top: y, width, height, borderColor: peer.colour }}
    >
      <span className="st-peer__name" style={{ background: peer.colour }}>
        {label}
      </span>
    </div>
  )
}

/** With the name of what they type in, while they do. */
function useLabel({ name, typing }: Peer, id: NodeId): string {
  const words = useWords()
  const { program, blocks } = useSession()
  if (typing?.nodeId !== id) return name
  const type = program.node(id)?.type ?? findPart(program, id)?.source.type
  const field = type === undefined ? undefined : blocks.find(type)?.fields[typing.prop]
  return field ? words.presence.typing(name, words.studio.nameOf(field.label)) : name
}
