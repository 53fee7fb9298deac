import autocannon from 'autocannon'
import { processorSeconds } from './cores.ts'

/** As many browsers as are busy at once at a popular shop's lunch. */
const connections = 64

export interface Load {
  readonly perSecond: number
  /** By the server's own processor time: what a core of its own would answer, however busy the machine and the asker are. */
  readonly perCoreSecond: number
}

/** @returns the rate of answers, all of them as they should be */
export async function load(
  url: string,
  headers: Record<string, string>,
  { seconds, serverPid }: { readonly seconds: number; readonly serverPid: number | undefined },
): Promise<Load> {
  const before = processorSeconds(serverPid)
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': 'br, gzip', ...headers },
  })
  const used = processorSeconds(serverPid) - before
  const { errors, timeouts, requests } = result
  const wrong = result['4xx'] + result['5xx']
  if (errors + timeouts + wrong > 0)
    throw new Error(`${url}: ${errors} errors, ${timeouts} timeouts, ${wrong} refusals`)
  return { perSecond: requests.total / result.duration, perCoreSecond: requests.total / (used || result.duration) }
}
