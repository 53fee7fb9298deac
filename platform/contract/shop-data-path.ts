/** GET: all of `ShopData`, with an ETag. By itself: published pages need it, and no other path, before anything is ordered. */
export const shopDataPath = '/_shop/data'

/** Server-sent events: `news` when what stands at {@link shopDataPath} has changed. */
export const shopNewsPath = '/_shop/data/events'
