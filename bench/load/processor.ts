/** Processor time of the product and of its database: what they cost, however busy the machine is with something else. */
import { readFileSync } from 'node:fs'
import { processorSeconds } from '../serve/cores.ts'

export interface Used {
  readonly product: number
  readonly database: number
}

/** In seconds, since each of the processes began; 0 where the system does not say (other than Linux). */
export function readUsed(productPid: number | undefined): Used {
  const [database = 0] = childrenOf(productPid).filter(isPostgres)
  const backends = [database, ...childrenOf(database)]
  return {
    product: processorSeconds(productPid),
    database: backends.reduce((sum, pid) => sum + processorSeconds(pid), 0),
  }
}

function childrenOf(pid: number | undefined): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function isPostgres(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
}
