/** A program's icons for home screens: its shop's picture, or the first letter of its name on its brand colour. */
import type { CompiledProgram } from '#model/compiled-program.ts'
import { themeColours } from '#runtime/theme-css.ts'
import { drawInitial, squarePicture } from '../../pictures/draw-icon.ts'
import type { PictureSizes } from '../../pictures/picture-sizes.ts'
import { createTurns } from '../../pictures/take-turns.ts'
import { createLru } from '../lru.ts'

/** What iOS wants, then what manifests need. */
export const iconSizesPx = [180, 192, 512] as const

export interface Icons {
  draw(program: CompiledProgram, sizePx: number): Promise<Uint8Array<ArrayBuffer>>
}

const mostKept = 300

export function createIcons(pictures: Pick<PictureSizes, 'find'>): Icons {
  const kept = createLru<Promise<Uint8Array<ArrayBuffer>>>(mostKept)
  const takeTurn = createTurns(1)

  async function make(
    { ground, ink, letter, picture }: ReturnType<typeof lookOf>,
    sizePx: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = picture === undefined ? undefined : await pictures.find(picture, 640)
    return takeTurn(() => (bytes ? squarePicture(bytes, sizePx) : drawInitial({ letter, ground, ink, sizePx })))
  }

  return {
    draw(program, sizePx) {
      const look = lookOf(program)
      const key = JSON.stringify([look, sizePx])
      const begun = kept.get(key) ?? make(look, sizePx)
      kept.set(key, begun)
      begun.catch(() => kept.drop(key))
      return begun
    },
  }
}

/** All that an icon depends on. */
function lookOf({ name, theme, pages, homePageId }: CompiledProgram) {
  const { light } = themeColours(theme)
  const shared = pages.find(({ id }) => id === homePageId)?.share?.picture?.url
  return {
    letter: [...name.trim()][0]?.toUpperCase() ?? '',
    ground: light.brand,
    ink: light['on-brand'],
    picture: /^\/pictures\/([0-9a-f]{64})$/.exec(shared ?? '')?.[1],
  }
}
