/**
 * What block views draw with, as DOM elements. Views import it as `#components/primitives/index.ts`, never by a relative
 * path: another target puts its own implementation behind the same name.
 */
export { afterFrame } from './web/after-frame.ts'
export { Button, Icon, Image, Label, Navigator, Text, View } from './web/basic.tsx'
export { Disclosure, DisclosureHead } from './web/disclosure.tsx'
export { Picker, Switch, Textarea } from './web/form.tsx'
export { offerIcons } from './web/icons.ts'
export { Input } from './web/input.tsx'
export { scrollToId, ScrollView, useScrollSpy } from './web/scroll.tsx'
export { Sheet } from './web/sheet.tsx'
export { Swiper, SwiperItem } from './web/swiper.tsx'
export { TabHead, TabPanel, Tabs } from './web/tabs.tsx'
export { Video } from './web/video.tsx'
export type { CommonProps, PrimitiveEvent, PropsOfPrimitive, Style } from './props.ts'
export type { IconName } from './icon-paths.ts'
