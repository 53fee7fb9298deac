/**
 * What the editor's worker answers, as functions of a request, a network and stores of kept answers. It knows the files
 * of one build; what programs hold, and what anybody is called, it neither reads nor keeps.
 */
export type KeptFiles = Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>

export interface Surroundings {
  readonly origin: string
  /** Paths of this build's files. */
  readonly files: ReadonlySet<string>
  readonly send: typeof fetch
  /** This build's files, then those of the one before, which tabs may still be on. */
  readonly shells: () => Promise<readonly Pick<Cache, 'match'>[]>
  readonly pictures: () => Promise<KeptFiles>
}

/** Pictures kept; those kept first make room. */
const mostPictures = 400

/** What kind of thing an address is to the worker; undefined for what it must not touch. */
export function kindOf(
  { url, method, mode }: Pick<Request, 'method' | 'url' | 'mode'>,
  { origin, files }: Pick<Surroundings, 'origin' | 'files'>,
): 'page' | 'file' | 'picture' | undefined {
  if (method !== 'GET' || !url.startsWith(`${origin}/`)) return undefined
  const { pathname } = new URL(url)
  if (mode === 'navigate') return isAppAddress(pathname) ? 'page' : undefined
  if (files.has(pathname) || pathname.startsWith('/assets/')) return 'file'
  return pathname.startsWith('/pictures/') ? 'picture' : undefined
}

/** Addresses that the editor's one page is for. The cashier, a phone's preview and everything else are others'. */
export function isAppAddress(pathname: string): boolean {
  return (
    pathname === '/' || pathname === '/new' || /^\/join\/[^/]+$/.test(pathname) || /^\/p\/[^/]+(\/.*)?$/.test(pathname)
  )
}

/**
 * The page, from what is kept: with a network as well, so that it and all it loads later are of one build. A newer build
 * is kept beside it, and takes over when the person says so or has closed all tabs.
 */
export async function answerPage(request: Request, { shells, send, origin }: Surroundings): Promise<Response> {
  const [own] = await shells()
  return (await own?.match(`${origin}/`)) ?? send(request)
}

/** A file of this build, or of the one before. */
export async function answerFile(request: Request, { shells, send }: Surroundings): Promise<Response> {
  for (const shell of await shells()) {
    const kept = await shell.match(request, { ignoreVary: true })
    if (kept) return kept
  }
  return send(request)
}

/** Named by what it holds, so what is kept is right for ever. Without a network, in whatever size there is. */
export async function answerPicture(
  request: Request,
  later: (work: Promise<unknown>) => void,
  { pictures, send }: Surroundings,
): Promise<Response> {
  const kept = await pictures()
  const same = await kept.match(request, { ignoreVary: true })
  if (same) return same
  try {
    const response = await send(request)
    if (response.status === 200 && response.type === 'basic') later(keepPicture(request, response.clone(), kept))
    return response
  } catch (error) {
    const other = await kept.match(request, { ignoreVary: true, ignoreSearch: true })
    if (other) return other
    throw error
  }
}

async function keepPicture(request: Request, response: Response, kept: KeptFiles): Promise<void> {
  await kept.put(request, response)
  const keys = await kept.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - mostPictures))) await kept.delete(old)
}

/** Names of stores to delete once this build is in charge: all of the editor's but its own and the newest other one. */
export function outdated(names: readonly string[], own: string, prefix: string): readonly string[] {
  const others = names.filter((name) => name.startsWith(prefix) && name !== own)
  return others.slice(0, -1)
}
