import { existsSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'
import { askAhead } from './editor/vite/ask-ahead.ts'
import { codeTypes } from './editor/vite/code-types.ts'
import { frameScriptInPage, shellFiles } from './editor/vite/shell-worker.ts'
import { slimMonaco } from './editor/vite/slim-monaco.ts'
import { codeSandbox } from './runtime/vite/code-sandbox.ts'
import { frameDocumentPlugin } from './runtime/vite/frame-document.ts'
import { iconsWithViews } from './runtime/vite/icons-with-views.ts'
import { oneLanguage } from './runtime/vite/one-language.ts'
import { reactIsOurs } from './runtime/vite/react-is-ours.ts'
import { runtimeEntries, runtimeEntryModules } from './runtime/vite/runtime-entries.ts'
import { runtimeLanguages, runtimeManifest } from './runtime/vite/runtime-manifest.ts'

const root = import.meta.dirname
const at = (file: string) => path.join(root, file)

/**
 * What several screens of the editor share, in few files: left to itself, the studio's first screen is a hundred files of
 * a few lines, and a browser asks for six at a time. Each group needs only those above it.
 */
const sharedByScreens = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|vite[\\/]preload-helper/ },
  // Before the next ones: what it is made of has folders that are called as ours are.
  { name: 'monaco', test: /node_modules[\\/](monaco-editor|dompurify|marked)[\\/]/ },
  {
    name: 'libraries',
    test: /node_modules[\\/](yjs|lib0|y-protocols|y-websocket|zustand|zod|@dnd-kit)[\\/]/,
    minShareCount: 2,
  },
  {
    name: 'aria',
    test: /node_modules[\\/](react-aria|react-stately|@react-|@internationalized|@swc|clsx|use-sync)/,
    minShareCount: 3,
  },
  { name: 'icons', test: /node_modules[\\/]lucide-react[\\/]/, minShareCount: 2 },
  {
    name: 'model',
    test: /[\\/](model|compiler|platform|collab-server)[\\/]|[\\/](components|runtime|templates)[\\/]/,
    minShareCount: 2,
  },
  { name: 'ui', test: /[\\/]editor[\\/](ui|words|api|state|router)/, minShareCount: 2 },
  { name: 'studio', test: /[\\/]editor[\\/]studio[\\/]/, minShareCount: 2 },
]

/** The editor and console: React DOM. */
const client: EnvironmentOptions = {
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
    // The code editor, which only those fetch who write code, is as large as it is.
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: at('editor/index.html'),
      output: { codeSplitting: { groups: sharedByScreens } },
      checks: { pluginTimings: false },
    },
  },
}

/** What brings published pages to life: one module per block, the same for all programs. */
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
      preserveEntrySignatures: 'allow-extension',
      output: {
        codeSplitting: {
          groups: [
            // What nearly every page that reacts needs, in one file: many small ones compress worse and come later.
            {
              name: 'core',
              test: /[\\/](runtime[\\/]drawing[\\/](?!children)|vite[\\/]preload-helper|contract[\\/]shop-data-path|primitives[\\/]web[\\/](after-frame|basic|dom-attributes|icons|input|less-motion|scroll|sheet|use-focus|waking-box)|kit[\\/](anchor|counted|editable-text|loading-words|money|picture|picture-crop|picture-url|price|shop-time|spacing|state-boxes|use-login-return|use-part|use-wish|words)\.|runtime[\\/][^\\/]+\.tsx?$|runtime[\\/](host[\\/](toast|wish)|live[\\/](after-waking|begun|boot|digest|keep-for-offline|kept|later-shop|live-host|live-page|not-done|page-data|shop-feed)))/,
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
    rolldownOptions: {
      input: { frame: at('runtime/frame/frame.ts') },
      output: { codeSplitting: false },
      // What pages fetch later is here from the start, on purpose.
      checks: { ineffectiveDynamicImport: false },
    },
  },
}

/** What keeps the editor's files in the browser: one script, which knows the names of all the others. */
const shell: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: at('dist/client'),
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: { worker: at('editor/shell/worker.ts') },
      output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
}

/** The one server process. It renders pages too, so what draws views runs here as well. */
const server: EnvironmentOptions = {
  consumer: 'server',
  build: {
    outDir: at('dist/server'),
    emptyOutDir: true,
    copyPublicDir: false,
    ssr: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: at('server/main.ts'), 'compile-thread': at('platform/code-blocks/compile-thread.ts') },
      output: { entryFileNames: '[name].js' },
      // What a page fetches later is drawn here at once.
      checks: { ineffectiveDynamicImport: false },
    },
  },
}

/** The same with Chinese words. What has no words comes out as the same file, which both share. */
const runtimeZh: EnvironmentOptions = { ...runtime, build: { ...runtime.build, emptyOutDir: false } }

// In this order: the files of the others join those of the runtime.
const builds = { runtime, runtimeZh, frame, server, client, shell }
const sources = {
  runtime: at('runtime'),
  runtimeZh: at('runtime'),
  frame: at('runtime/frame/frame.ts'),
  client: at('editor/index.html'),
  server: at('server/main.ts'),
  shell: at('editor/shell/worker.ts'),
}

const built = { client: at('dist/client'), runtime: at('dist/runtime') }

export default defineConfig(({ command }) => ({
  root: at('editor'),
  plugins: [
    reactIsOurs(['runtime', 'runtimeZh', 'frame', 'server']),
    react(),
    runtimeEntryModules(root),
    codeSandbox(root),
    codeTypes(root),
    slimMonaco(),
    iconsWithViews((environment) => runtimeLanguages[environment] !== undefined),
    oneLanguage((environment) => runtimeLanguages[environment]),
    runtimeManifest(),
    frameDocumentPlugin(),
    askAhead(at('editor/studio/index.ts')),
    frameScriptInPage(built),
    shellFiles(built),
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
            for (const name of ['runtime', 'runtimeZh', 'frame', 'server', 'client', 'shell'] as const) {
              const environment = builder.environments[name]
              if (environment && existsSync(sources[name])) await builder.build(environment)
            }
          },
        },
      }
    : {}),
}))
