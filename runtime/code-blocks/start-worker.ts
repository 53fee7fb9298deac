import sandbox from 'virtual:code-sandbox'
import { cellHash } from 'virtual:code-cell'
import { cellDocument } from './cell-document.ts'
import type { BlockWorker } from './run-block.ts'

/** The script of a worker: the sandbox, and the block's code as a function of what it may use. */
function workerScript(code: string): string {
  return `${sandbox}.start(function (exports, require) { "use strict"; ${code}\n})`
}

let cell: Promise<MessagePort> | undefined
let workers = 0

/** Makes a worker for one placed block, in a document that is apart from this one. */
export function startWorker(code: string): BlockWorker {
  cell ??= openCell()
  const id = ++workers
  const { port1, port2 } = new MessageChannel()
  void cell.then((port) => port.postMessage({ id, script: workerScript(code) }, [port2]))
  return {
    port: port1,
    stop: () => void cell?.then((port) => port.postMessage({ id })),
  }
}

function openCell(): Promise<MessagePort> {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = 'Code'
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.srcdoc = cellDocument(cellHash)
  return new Promise((resolve) => {
    frame.addEventListener(
      'load',
      () => {
        const { port1, port2 } = new MessageChannel()
        frame.contentWindow?.postMessage(null, '*', [port2])
        resolve(port1)
      },
      { once: true },
    )
    document.documentElement.append(frame)
  })
}
