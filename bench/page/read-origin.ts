import { request } from 'node:http'

export interface OriginAnswer {
  readonly type: string
  readonly body: Buffer
}

/** Asks a program's origin. Browsers know that every `*.localhost` is this machine, Node does not. */
export function readOrigin(origin: string, path: string): Promise<OriginAnswer> {
  const { host, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, headers: { host } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200)
          resolve({ type: answer.headers['content-type'] ?? '', body: Buffer.concat(parts) })
        else reject(new Error(`${path} answered ${answer.statusCode}`))
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
