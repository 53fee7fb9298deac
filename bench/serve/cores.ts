import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** Keeps a process and its threads on one core, where the system can (`taskset`, two cores at least). */
export function pinTo(core: number, pid: number): void {
  if (availableParallelism() < 2) return
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)], { stdio: 'ignore' })
}

export function isInstalled(command: string): boolean {
  return spawnSync(command, ['-v'], { stdio: 'ignore' }).error === undefined
}

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const ticksPerSecond = 100

/** User and system time that a process has used; 0 where the system does not say (other than Linux). */
export function processorSeconds(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0
  const [, afterName = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = afterName.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
