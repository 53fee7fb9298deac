import type { Plugin } from 'vite'
import type { ModuleFiles } from '../runtime-assets.ts'
import { basePath, readBundle } from './read-bundle.ts'

/** Writes `frame.html`, the document that loads the frame's hashed files. */
export function frameDocumentPlugin(): Plugin {
  return {
    name: 'shopwright:frame-document',
    applyToEnvironment: (environment) => environment.name === 'frame',
    generateBundle(_options, bundle) {
      const read = readBundle(bundle)
      const frame = read.chunks.get('frame')
      if (!frame) this.error('The build has no entry "frame"')
      const source = frameDocument(read.files(frame), read.styles(frame))
      this.emitFile({ type: 'asset', fileName: 'frame.html', source })
    },
  }
}

/**
 * The frame has an origin of its own that is none, so each file it loads must be asked for across origins; its policy
 * leaves it no network at all: what it needs of the world it asks of the editor.
 */
function frameDocument(frame: ModuleFiles, styles: readonly string[]): string {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
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
    ...[...new Set(styles)].map((file) => `<link rel="stylesheet" crossorigin href="${basePath}${file}">`),
    ...frame.imports.map((file) => `<link rel="modulepreload" crossorigin href="${file}">`),
    `<script type="module" crossorigin src="${frame.js}"></script>`,
    '</head>',
    '<body></body>',
    '</html>',
    '',
  ].join('\n')
}
