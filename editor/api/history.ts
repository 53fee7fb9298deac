import { touches, version, versions, versionState, visit } from '#platform/contract/history.ts'
import type { VisitInput } from '#platform/contract/history.ts'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import type { Request } from './request.ts'

/** Versions of a program, and who wrote what between them. */
export function createHistoryApi(request: Request) {
  return {
    /** The newest first. */
    list: (programId: string) => request(versions, paths.history(programId)),
    /** Of the program as it is now. @param name - without one it goes with age */
    save: (programId: string, name?: string) =>
      request(version, paths.history(programId), { method: 'POST', body: name === undefined ? {} : { name } }),
    rename: (programId: string, seq: number, name: string | null) =>
      request(version, paths.version(programId, String(seq)), { method: 'PATCH', body: { name } }),
    /** A Yjs update. */
    state: async (programId: string, seq: number): Promise<Uint8Array> => {
      const { state } = await request(versionState, paths.version(programId, String(seq)))
      return unpack(state)
    },
    /** @param upto - absent means up to now */
    touches: (programId: string, after: number, upto?: number) =>
      request(touches, paths.touches(programId), {
        query: { after: String(after), ...(upto !== undefined && { upto: String(upto) }) },
      }),
    visit: (programId: string, input: VisitInput) =>
      request(visit, paths.visit(programId), { method: 'POST', body: input, keepalive: true }),
  }
}

async function unpack(base64: string): Promise<Uint8Array> {
  const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
