/** Ids are random strings with types of their own, so that a page is never passed where a node is wanted. */
type Branded<Name extends string> = string & { readonly __id: Name }

export type NodeId = Branded<'node'>
export type PageId = Branded<'page'>

/** What a node may hang from: another node, or the page itself. */
export type ParentId = NodeId | PageId
