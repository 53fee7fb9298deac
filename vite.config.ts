import { existsSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'
import { frameDocumentPlugin } from './runtime/vite/frame-document.ts'
import { reactIsPreact } from './runtime/vite/react-is-preact.ts'
import { runtimeEntries, runtimeEntryModules } from './runtime/vite/runtime-entries.ts'
import { runtimeManifest } from './runtime/vite/runtime-manifest.ts'

const root = import.meta.dirname
const at = (file: string) => path.join(root, file)

/** The editor and console: React DOM. */
const client: EnvironmentOptions = {
  build: { outDir: at('dist/client'), emptyOutDir: true, rolldownOptions: { input: at('editor/index.html') } },
}

/** What brings published pages to life: Preact, one module per block, the same for all programs. */
const runtime: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: at('dist/runtime'),
    emptyOutDir: true,
    assetsDir: '',
    copyPublicDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: runtimeEntries(root),
      preserveEntrySignatures: 'strict',
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /[\\/](node_modules[\\/]preact|components[\\/](primitives|kit)|runtime[\\/][^\\/]+\.tsx?$)/,
            },
          ],
        },
      },
    },
  },
}

/** What draws canvas and preview: the same code in one file of its own, so that the editor's frames load in one go. */
const frame: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: at('dist/runtime'),
    emptyOutDir: false,
    assetsDir: '',
    copyPublicDir: false,
    modulePreload: false,
    rolldownOptions: { input: { frame: at('runtime/frame/frame.ts') }, output: { codeSplitting: false } },
  },
}

/** The one server process. It renders pages too, so views run on Preact here as well. */
const server: EnvironmentOptions = {
  consumer: 'server',
  build: {
    outDir: at('dist/server'),
    emptyOutDir: true,
    copyPublicDir: false,
    ssr: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: { input: at('server/main.ts'), output: { entryFileNames: '[name].js' } },
  },
}

// In this order: the frame's files join those of the runtime.
const builds = { runtime, frame, server, client }
const sources = {
  runtime: at('runtime'),
  frame: at('runtime/frame/frame.ts'),
  client: at('editor/index.html'),
  server: at('server/main.ts'),
}

export default defineConfig(({ command }) => ({
  root: at('editor'),
  plugins: [
    reactIsPreact(['runtime', 'frame', 'server']),
    react(),
    runtimeEntryModules(root),
    runtimeManifest(),
    frameDocumentPlugin(),
  ],
  build: { reportCompressedSize: false, target: 'es2022' },
  worker: { format: 'es' },
  server: { watch: { ignored: ['**/.shopwright/**', '**/dist/**'] } },
  // Only for building: in development a second client environment would start a second dependency optimizer.
  ...(command === 'build'
    ? {
        environments: builds,
        builder: {
          async buildApp(builder) {
            for (const name of ['runtime', 'frame', 'server', 'client'] as const) {
              const environment = builder.environments[name]
              if (environment && existsSync(sources[name])) await builder.build(environment)
            }
          },
        },
      }
    : {}),
}))
