import { useEffect } from 'react'
import { api, queryCache, useQuery } from '#editor/api/index.ts'
import { useSession } from '../session/use-session.tsx'

/** Figures of this program's blocks; asked for once more whenever they are shown anew. */
export function useFigures() {
  const { id: programId } = useSession().facts
  const key = `studio/${programId}/figures`
  useEffect(() => void queryCache.refresh(key), [key])
  return useQuery(key, () => api.blockFigures(programId))
}
