import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isInstalled, pinTo } from './cores.ts'

/** nginx with one worker and the page as a file, compressed beforehand like ours. @returns undefined where it is not installed */
export async function startNginx(
  body: Buffer,
  core: number,
): Promise<{ url: string; pid: number | undefined; stop(): void } | undefined> {
  if (!isInstalled('nginx')) return undefined
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-nginx-'))
  // Started by root, it reads as another user.
  await chmod(folder, 0o755)
  const port = await freePort()
  await writeFile(path.join(folder, 'menu'), body)
  await writeFile(
    path.join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log off; open_file_cache max=100; sendfile on; keepalive_requests 1000000; default_type text/html;
  server { listen 127.0.0.1:${port}; root ${folder}; location / { add_header content-encoding br; } } }`,
  )
  const child = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/menu`
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url, { method: 'HEAD' }).catch(() => undefined)
    if (answer?.ok) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const processes = child.pid === undefined ? [] : await processesOf(child.pid)
  for (const pid of processes) pinTo(core, pid)
  return {
    url,
    // The worker answers; the other one only reads the settings.
    pid: processes.at(-1),
    stop() {
      child.kill()
      void rm(folder, { recursive: true, force: true })
    },
  }
}

/** The one that reads the settings, and its worker. */
async function processesOf(pid: number): Promise<readonly number[]> {
  const { readFile } = await import('node:fs/promises')
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return [pid, ...children.split(' ').filter(Boolean).map(Number)]
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
