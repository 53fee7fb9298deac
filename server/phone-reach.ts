import type { NetworkInterfaceInfo } from 'node:os'
import type { PhoneReach } from '#platform/index.ts'
import type { ServerSettings } from './read-env.ts'

type Interfaces = { readonly [name: string]: readonly NetworkInterfaceInfo[] | undefined }

/** Networks of containers and virtual machines: no phone is in them, unless nothing else is there. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|lxc|cni|flannel|podman)/i

/**
 * Works out how a phone reaches this server. Names such as `<label>.localhost` mean the phone itself there, so without a
 * public address it is this machine's own numbers.
 */
export function phoneReach(
  { publicUrl, host }: Pick<ServerSettings, 'publicUrl' | 'host'>,
  port: number,
  interfaces: Interfaces,
): PhoneReach {
  if (publicUrl !== undefined && !isThisComputer(new URL(publicUrl).hostname))
    return { origins: [new URL(publicUrl).origin], problem: null }
  if (host !== undefined && isThisComputer(host)) return { origins: [], problem: 'only-here' }
  const listensToAll = host === undefined || host === '0.0.0.0' || host === '::'
  const addresses = listensToAll ? ownAddresses(interfaces) : [host]
  if (addresses.length === 0) return { origins: [], problem: 'no-network' }
  return { origins: addresses.map((address) => `http://${address}:${port}`), problem: null }
}

function ownAddresses(interfaces: Interfaces): readonly string[] {
  return Object.entries(interfaces)
    .flatMap(([name, infos = []]) =>
      infos
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ address, rank: rankOf(name, address) })),
    )
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ address }) => address)
}

/** Home and shop networks first, what was given for want of one last. */
function rankOf(name: string, address: string): number {
  if (address.startsWith('169.254.')) return 3
  if (virtual.test(name)) return 2
  return /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 0 : 1
}

function isThisComputer(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '::1' || host === '[::1]' || host.startsWith('127.')
  )
}
