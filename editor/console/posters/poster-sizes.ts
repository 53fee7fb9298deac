/** Sheets that posters are printed on, in millimetres. */
export const posterSizes = {
  a4: { widthMm: 210, heightMm: 297, panels: 1 },
  a5: { widthMm: 148, heightMm: 210, panels: 1 },
  /** An A5 sheet folded across: the same on both sides, one of them upside down until it stands. */
  tent: { widthMm: 148, heightMm: 210, panels: 2 },
} as const

export type PosterSize = keyof typeof posterSizes
