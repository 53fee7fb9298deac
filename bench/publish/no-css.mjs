/** Lets Node load blocks' views from the sources: a style file is nothing to a process without a screen. */
import { register } from 'node:module'

register(
  `data:text/javascript,${encodeURIComponent(`export async function load(url, context, next) {
    return url.endsWith('.css') ? { format: 'module', source: '', shortCircuit: true } : next(url, context)
  }`)}`,
)
