export { compileProgram } from './compile-program.ts'
export { compileTheme } from './compile-theme.ts'
export { createIncrementalCompiler } from './incremental.ts'
