import { createHash } from 'node:crypto'
import { cellScript } from './cell-document.ts'

/** How a policy names the cell's script: every document in which code blocks may run has to let it in. */
export const cellHash = `'sha256-${createHash('sha256').update(cellScript).digest('base64')}'`
