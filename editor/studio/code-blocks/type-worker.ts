/** TypeScript for the code editor. */
import 'monaco-editor/languages/features/typescript/ts.worker'
