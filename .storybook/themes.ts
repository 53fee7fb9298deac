import type { CompiledTheme } from '#model/compiled-program.ts'

/** Looks as different as a noodle shop, a clinic and a night bar, to see blocks in. */
export const themes = {
  noodles: { accent: '#c2410c', ground: '#f7f3ee', fontFamily: 'sans', typeScale: 1, radiusPx: 14, scheme: 'light' },
  clinic: { accent: '#0f766e', ground: '#ffffff', fontFamily: 'sans', typeScale: 1.05, radiusPx: 6, scheme: 'light' },
  bakery: { accent: '#e8b04a', ground: '#fff7e6', fontFamily: 'serif', typeScale: 1.1, radiusPx: 24, scheme: 'light' },
  night: { accent: '#a855f7', ground: '#1b1330', fontFamily: 'rounded', typeScale: 0.95, radiusPx: 2, scheme: 'light' },
} as const satisfies { readonly [name: string]: CompiledTheme }
