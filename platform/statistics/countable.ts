/** Which requests for a page are somebody's look at it, and what little is told of whoever looks. Pure. */

import type { HeaderReader } from '../http/send-bytes.ts'

export type Device = 'phone' | 'tablet' | 'computer'

export interface Look {
  /** The only thing that is taken from the user agent. */
  readonly device: Device
  /** They came from outside, and not from another page of this program: a visit begins. */
  readonly isArrival: boolean
}

/** Undefined when it is not to be counted: a robot, somebody who asked not to be, a page fetched ahead of its time. */
export function lookOf(headers: HeaderReader, host: string): Look | undefined {
  if (!mayCount(headers) || isFetchedAhead(headers)) return undefined
  return { device: deviceOf(headers), isArrival: isArrival(headers, host) }
}

/** Neither a robot nor somebody who asks not to be counted (Do Not Track, Global Privacy Control). */
export function mayCount(headers: HeaderReader): boolean {
  if (headers.get('dnt') === '1' || headers.get('sec-gpc') === '1') return false
  const agent = headers.get('user-agent') ?? ''
  return agent.startsWith('Mozilla/') && !robots.test(agent)
}

/** Programs say what they are. Whoever claims to be a browser and is none is held back by the limits, not by this. */
const robots =
  /bot\b|bot\/|spider|crawl|slurp|preview|prerender|headless|lighthouse|inspection|monitor|scan\b|scanner|archiver|facebookexternalhit|facebookcatalog|whatsapp|embedly|google-|googleother|bingpreview|bytespider|pingdom|uptime|http-?client|python|curl|wget/i

/**
 * `Sec-Purpose` marks what a browser fetches in case it is wanted. A service worker that fetches a page to keep it is no
 * navigation. Browsers that say neither (plain http) fetch nothing ahead.
 */
function isFetchedAhead(headers: HeaderReader): boolean {
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''} ${headers.get('x-moz') ?? ''}`
  if (/prefetch|prerender/i.test(purpose)) return true
  const mode = headers.get('sec-fetch-mode')
  return mode !== null && mode !== 'navigate'
}

function isArrival(headers: HeaderReader, host: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin'
  const referrer = headers.get('referer')
  return referrer === null || !URL.canParse(referrer) || new URL(referrer).host !== host
}

function deviceOf(headers: HeaderReader): Device {
  const agent = headers.get('user-agent') ?? ''
  if (/iPad|Tablet|PlayBook|Silk|Android(?!.*Mobile)/i.test(agent)) return 'tablet'
  return /Mobi|iPhone|iPod|Android/i.test(agent) ? 'phone' : 'computer'
}
