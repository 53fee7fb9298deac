/**
 * Monaco as the code panel uses it: TypeScript, the features that somebody who writes a block needs, and workers of our
 * own build. Several megabytes: only ever imported when the panel opens.
 */
import { editor } from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/gotoSymbol/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/parameterHints/register'
import 'monaco-editor/features/rename/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/typescript/register'
import {
  JsxEmit,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register'
import { libraries } from './type-libraries.ts'

let isPrepared = false

/** Workers, types and colours; once, before the first editor. */
export function prepareMonaco(): void {
  if (isPrepared) return
  isPrepared = true
  globalThis.MonacoEnvironment = {
    getWorker: (_, label) =>
      label === 'typescript'
        ? new Worker(new URL('./type-worker.ts', import.meta.url), { type: 'module' })
        : new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module' }),
  }
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    // The language, and none of a browser: what a block finds around itself is among the libraries.
    lib: ['es2023'],
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    jsx: JsxEmit.ReactJSX,
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
    isolatedModules: true,
    types: [],
  })
  // What cannot be read at all is told by the compiler of blocks.
  typescriptDefaults.setDiagnosticsOptions({
    onlyVisible: true,
    noSyntaxValidation: true,
    noSuggestionDiagnostics: true,
  })
  typescriptDefaults.setEagerModelSync(true)
  typescriptDefaults.setExtraLibs(libraries())
  editor.defineTheme('shopwright-light', theme('vs', '#ffffff'))
  editor.defineTheme('shopwright-dark', theme('vs-dark', '#171b22'))
}

function theme(base: 'vs' | 'vs-dark', ground: string): editor.IStandaloneThemeData {
  return { base, inherit: true, rules: [], colors: { 'editor.background': ground } }
}
