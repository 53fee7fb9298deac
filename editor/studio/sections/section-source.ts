import type { SectionId, SectionRecord } from '#model/index.ts'
import { insertSectionInstance, instanceType, refused, succeeded } from '#model/index.ts'
import { sections as en } from '#editor/words/sections.en.ts'
import { sections as zhCn } from '#editor/words/sections.zh-cn.ts'
import type { Insertable, InsertSource } from '../insert/insertable.ts'

const KIND = 'section:'

export const keyOfSection = (id: SectionId): string => `${KIND}${id}`

/** Sections that people saved, ready to be placed again. */
export const sectionSource: InsertSource = {
  list: ({ program }) =>
    program
      .sections()
      .filter(({ isDeleted }) => !isDeleted)
      .map(sectionToInsert),
  find({ program }, key) {
    const section = key.startsWith(KIND) ? program.section(key.slice(KIND.length) as SectionId) : undefined
    return section && !section.isDeleted ? sectionToInsert(section) : undefined
  },
}

function sectionToInsert({ id, name }: SectionRecord): Insertable {
  return {
    key: keyOfSection(id),
    type: instanceType,
    label: { en: name || en.unnamed, 'zh-CN': name || zhCn.unnamed },
    description: { en: en.cardHelp, 'zh-CN': zhCn.cardHelp },
    insert(program, to) {
      const placed = insertSectionInstance(program, id, to)
      return placed.ok ? succeeded(placed.value) : refused('gone')
    },
  }
}
