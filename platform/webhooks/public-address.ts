/** Which addresses of the network are anybody's, so that an address typed by a merchant leads to nothing behind our door. */
import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { BlockList, isIP, isIPv6 } from 'node:net'
import type { LookupFunction } from 'node:net'

/** https://www.iana.org/assignments/iana-ipv4-special-registry: everything that is not globally reachable. */
const notPublic = new BlockList()
for (const [network, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  notPublic.addSubnet(network, prefix, 'ipv4')
/** Of IPv6 only this part is given out, less what stands for an IPv4 address, is for examples, or for protocols. */
const given6 = new BlockList()
given6.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
] as const)
  notPublic.addSubnet(network, prefix, 'ipv6')

export type IsAllowed = (address: string) => boolean

/** False for loopback, private and local networks, metadata services, and whatever is not an address. */
export const isPublicAddress: IsAllowed = (address) => {
  const family = isIP(address)
  if (family === 4) return !notPublic.check(address, 'ipv4')
  return family === 6 && given6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

export class RefusedAddress extends Error {}

/**
 * Resolves a name and hands the connection exactly what was looked at, so that a name cannot mean something else a moment
 * later. One address that is not allowed refuses all of them.
 */
export function guardedLookup(isAllowed: IsAllowed): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true, verbatim: true }, (error, found) => {
      const addresses = (found ?? []) as LookupAddress[]
      const [first] = addresses
      if (error || !first) return done(error ?? new Error('The name has no address'), '', 4)
      if (!addresses.every(({ address }) => isAllowed(address)))
        return done(new RefusedAddress(`${hostname} leads to an address that is not public`), '', 4)
      if (options.all) return done(null, addresses)
      return done(null, first.address, first.family)
    })
  }
}

/** Host of a URL without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIPv6(bare) ? bare : hostname
}
