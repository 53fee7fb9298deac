import { noodleShop } from './noodle-shop/index.ts'
import type { ProgramTemplate } from './template.ts'

/** Every starter program, in the order the gallery shows them. Pictures are in `templates/<id>/pictures/`. */
export const templates: readonly ProgramTemplate[] = [noodleShop]
