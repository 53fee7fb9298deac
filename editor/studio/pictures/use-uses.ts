import { useEffect, useState } from 'react'
import type { PictureUse } from '#platform/contract/pictures.ts'
import { api } from '#editor/api/index.ts'

export interface Uses {
  readonly found: readonly PictureUse[]
  readonly status: 'looking' | 'done' | 'failed'
}

/** Where a picture is used; the answer comes some programs at a time and grows. */
export function useUses(workspaceId: string, pictureId: string): Uses {
  const [uses, setUses] = useState<Uses>({ found: [], status: 'looking' })
  useEffect(() => {
    let isOver = false
    const look = async () => {
      let found: readonly PictureUse[] = []
      for (let after: string | undefined; !isOver;) {
        const part = await api.pictureUses(workspaceId, pictureId, after)
        found = [...found, ...part.uses]
        if (isOver) return
        setUses({ found, status: part.next === null ? 'done' : 'looking' })
        if (part.next === null) return
        after = part.next
      }
    }
    look().catch(() => {
      if (!isOver) setUses(({ found }) => ({ found, status: 'failed' }))
    })
    return () => {
      isOver = true
    }
  }, [workspaceId, pictureId])
  return uses
}
