export const MOST_TITLE_LETTERS = 40

/** A tab bar with more gets too small for thumbs; WeChat and Alipay allow no more either. */
export const MOST_TABS = 5

/** What fits under an icon at 320 px with five tabs. */
export const MOST_TAB_LETTERS = 8
