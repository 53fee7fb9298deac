/** Monaco's own worker, built with ours: differences, words, links. */
import 'monaco-editor/editor/editor.worker'
