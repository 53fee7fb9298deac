export { codeBlockOf, codeBlockType, isCodeBlockType } from './code-blocks.ts'
export type { CodeBlockRecord } from './code-blocks.ts'
export { createProgramDoc } from './create-program-doc.ts'
export { drawnBlockOf, findPart, missingOf } from './find-part.ts'
export type { Part } from './find-part.ts'
export { entriesOf, entryToldBy, keyOfChange } from './history/change.ts'
export type { Change, EntryName } from './history/change.ts'
export { compareDocs } from './history/compare-docs.ts'
export { restoreVersion } from './history/restore-version.ts'
export { canInsist, revertChange } from './history/revert-change.ts'
export type { RevertRefusal } from './history/revert-change.ts'
export { splitChange } from './history/split-change.ts'
export type { CodeBlockId, NodeId, PageId, ParentId, SectionId } from './ids.ts'
export type { JsonObject, JsonValue } from './json.ts'
export { documentVersionOf, NewerDocumentError } from './newer-document-error.ts'
export {
  addCodeBlock,
  placeCodeBlock,
  removeCodeBlock,
  renameCodeBlock,
  restoreCodeBlock,
  setCodeBlockSource,
} from './operations/code-blocks.ts'
export { changeText, setRichText } from './operations/change-text.ts'
export { copyNode, duplicateNode } from './operations/duplicate-node.ts'
export type { CopiedNode } from './operations/duplicate-node.ts'
export { insertNode, insertNodes } from './operations/insert-node.ts'
export type { BlockFacts } from './operations/insert-node.ts'
export { moveNode, moveNodes } from './operations/move-node.ts'
export { addPageWith, duplicatePage } from './operations/page-copies.ts'
export { changePageSettings } from './operations/page-settings.ts'
export type { PageSettingsChange } from './operations/page-settings.ts'
export { addPage, changePage, deletedPageOf, hidePage, movePage, removePage, restorePage } from './operations/pages.ts'
export { moveTab } from './operations/tabs.ts'
export type { Target } from './operations/place-node.ts'
export {
  applyOverride,
  changeOverride,
  hidePart,
  resetOverride,
  setOverride,
  setSharedValue,
} from './operations/override-part.ts'
export { detachInstance, holdsSection, insertSectionInstance } from './operations/place-section.ts'
export { deletedWith, removeNode, restoreNode } from './operations/remove-node.ts'
export { createSectionFrom, deleteSection, renameSection, restoreSection } from './operations/sections.ts'
export { setProp, setText } from './operations/set-prop.ts'
export { setShowWhen } from './operations/set-show-when.ts'
export { holdsLock, isLocked, lockOf, setContentOnly, setLock } from './locks/locks.ts'
export { refusalOfEntry } from './locks/refusal-of-entry.ts'
export type { ChangeRefusal, WrittenEntry } from './locks/refusal-of-entry.ts'
export { setLanguage, setName, setTheme } from './operations/set-theme.ts'
export { done, refused, succeeded } from './outcome.ts'
export type { Outcome } from './outcome.ts'
export { openProgram } from './program.ts'
export type { Program, ProgramChange } from './program.ts'
export { newId, secureRandom } from './random.ts'
export type { Random } from './random.ts'
export { isRichText, plainTextOf } from './rich-text.ts'
export type { RichText, TextRun } from './rich-text.ts'
export { readTree } from './read-tree.ts'
export type { ProgramTree } from './read-tree.ts'
export { pageSlot, schemaVersion, wholeBlock } from './schema.ts'
export type { Language } from './schema.ts'
export {
  hidden,
  instanceType,
  overrideKey,
  overridesOf,
  partId,
  partPath,
  readPartId,
  sectionOf,
} from './section-instance.ts'
export type { Override, PartPath } from './section-instance.ts'
export { CommandOrigin, transact } from './transact.ts'
export type { Command } from './transact.ts'
export type { NodeRecord } from './tree/node-record.ts'
export type { PageSettings, SharePicture } from './tree/page-settings.ts'
export { tabPagesOf } from './tree/pages.ts'
export type { SectionRecord } from './tree/sections.ts'
export type { OverrideFacts } from './operations/override-part.ts'
export type { PageTab } from './tree/page-tab.ts'
export type { PageRecord } from './tree/pages.ts'
export { freeSlug, slugFrom } from './tree/slugs.ts'
export { resolveSpecValue } from './spec-value.ts'
export type { SpecContext } from './spec-value.ts'
export { readShowWhen } from './show-when.ts'
export type { ShowWhen, ShowWhenChange } from './show-when.ts'
export type { TextDelta } from './text-delta.ts'
export { createUndo } from './undo.ts'
export type { Undo } from './undo.ts'
export type { StepFacts, UndoStep } from './undo-step.ts'
