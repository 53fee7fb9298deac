/** Ids are random strings with types of their own, so that a page is never passed where a node is wanted. */
type Branded<Name extends string> = string & { readonly __id: Name }

export type NodeId = Branded<'node'>
export type PageId = Branded<'page'>
export type CodeBlockId = Branded<'code-block'>

/** A linked section is a root like a page: its id may stand wherever a page's may. */
export type SectionId = PageId & { readonly __section: true }

/** What a node may hang from: another node, or the page itself. */
export type ParentId = NodeId | PageId
