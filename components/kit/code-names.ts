/** All that the source of a code block finds around itself. Whatever is not named here does not compile. */
import { primitives } from '../primitives/spec.ts'

/**
 * Drawn by our own code alone: a sheet covers the page, and what covers the page must be what it says it is; a film comes
 * from elsewhere, which the page's policy has to name.
 */
const notForCode: ReadonlySet<string> = new Set(['Sheet', 'Video'])

/** Names of the primitives that a code block may draw with. */
export const codePrimitives: readonly string[] = Object.keys(primitives).filter((name) => !notForCode.has(name))

export const reactNames = [
  'createContext',
  'Fragment',
  'memo',
  'useCallback',
  'useContext',
  'useEffect',
  'useId',
  'useLayoutEffect',
  'useMemo',
  'useRef',
  'useState',
] as const

export const kitNames = ['colourCss', 'defineBlock', 'pictureUrl', 'wordsFor'] as const

/** Modules by name, with what each has. */
export const codeModules: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ['react', new Set(reactNames)],
  ['shopwright/primitives', new Set(codePrimitives)],
  ['shopwright/kit', new Set(kitNames)],
  // What JSX becomes; nobody writes it.
  ['react/jsx-runtime', new Set(['jsx', 'jsxs', 'Fragment'])],
])

/** The language itself, and timers. */
export const codeGlobals: ReadonlySet<string> = new Set(
  (
    'Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array ' +
    'Infinity Int8Array Int16Array Int32Array Intl Iterator JSON Map Math NaN Number Object Promise RangeError ' +
    'ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint8Array Uint8ClampedArray ' +
    'Uint16Array Uint32Array WeakMap WeakRef WeakSet clearInterval clearTimeout decodeURIComponent encodeURIComponent ' +
    'isFinite isNaN parseFloat parseInt queueMicrotask setInterval setTimeout structuredClone undefined'
  ).split(' '),
)
