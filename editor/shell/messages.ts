/** At the root, so that the worker sees every address of the editor. */
export const workerUrl = '/worker.js'

/** To a worker of a newer build: the person wants it now. */
export const takeOver = 'take-over'
