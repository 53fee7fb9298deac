/** Memory of the product's own process while it is under load, as its metrics say. */
import { median } from '../report.ts'

const everyMs = 1000
const toMegabytes = 1 / 1024 / 1024

export interface MemoryWatch {
  /** @returns in megabytes: at its end, and how many per cent more than in the middle of the time it was watched */
  end(): { readonly megabytes: number; readonly grownPercent: number }
}

export function watchMemory(url: string): MemoryWatch {
  const megabytes: number[] = []
  const timer = setInterval(() => {
    readMegabytes(url).then(
      (value) => megabytes.push(value),
      () => undefined,
    )
  }, everyMs)
  return {
    end() {
      clearInterval(timer)
      const part = Math.ceil(megabytes.length / 6)
      const middle = median(megabytes.slice(-4 * part, -3 * part))
      const last = median(megabytes.slice(-part))
      return { megabytes: last, grownPercent: (last / middle - 1) * 100 }
    },
  }
}

async function readMegabytes(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\d+)$/m.exec(text)?.[1]) * toMegabytes
}
