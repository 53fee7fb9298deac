import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'
import { cellHash } from '../code-blocks/cell-hash.ts'
import type { ModuleFiles } from '../runtime-assets.ts'
import { basePath, readBundle } from './read-bundle.ts'

/** The frame's document in one piece, for where there is no network. No `.html`: nobody shall open it as a page. */
export const frameAloneFile = 'frame-alone.txt'
/** Code blocks run in workers made of text, in a document of their own that has this policy and a narrower one. */
const codeBlockWorkers = 'worker-src blob:'
/** Stands in it for the origin that it is framed by. */
const originMark = '__ORIGIN__'

/** Writes `frame.html`, the document that loads the frame's hashed files, and the same in one piece. */
export function frameDocumentPlugin(): Plugin {
  return {
    name: 'shopwright:frame-document',
    applyToEnvironment: (environment) => environment.name === 'frame',
    generateBundle(_options, bundle) {
      const read = readBundle(bundle)
      const frame = read.chunks.get('frame')
      if (!frame) this.error('The build has no entry "frame"')
      const files = read.files(frame)
      const styles = [...new Set(read.styles(frame))]
      this.emitFile({ type: 'asset', fileName: 'frame.html', source: frameDocument(files, styles) })
      if (files.imports.length > 0) this.error('The frame must be built in one file')
      const alone = frameAlone(frame.code, styles.map(read.text).join('\n'))
      this.emitFile({ type: 'asset', fileName: frameAloneFile, source: alone })
    },
  }
}

/**
 * A document given as `srcdoc` has the policy of the page around it and this one, of which `'self'` would be nobody: the
 * page lets in this one script by its hash, and puts its own origin in place of the mark.
 */
function frameAlone(code: string, styles: string): string {
  const script = `\n${code.replaceAll('</script', '<\\/script')}\n`
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}' ${cellHash}`,
    codeBlockWorkers,
    "style-src 'unsafe-inline'",
    `img-src ${originMark} data: blob:`,
    `font-src ${originMark}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<title>Frame</title>',
    `<style>${styles}</style>`,
    `<script type="module">${script}</script>`,
    '</head>',
    '<body></body>',
    '</html>',
    '',
  ].join('\n')
}

/** As a content security policy names it. */
function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}

/** @returns the hash of the script in a document of {@link frameAlone}; undefined when it is none */
export function frameScriptHash(alone: string): string | undefined {
  return /script-src '(sha256-[^']+)'/.exec(alone)?.[1]
}

/**
 * The frame has an origin of its own that is none, so each file it loads must be asked for across origins; its policy
 * leaves it no network at all: what it needs of the world it asks of the editor.
 */
function frameDocument(frame: ModuleFiles, styles: readonly string[]): string {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${cellHash}`,
    codeBlockWorkers,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<title>Frame</title>',
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="${basePath}${file}">`),
    ...frame.imports.map((file) => `<link rel="modulepreload" crossorigin href="${file}">`),
    `<script type="module" crossorigin src="${frame.js}"></script>`,
    '</head>',
    '<body></body>',
    '</html>',
    '',
  ].join('\n')
}
