/**
 * What block views draw with, as DOM elements. Views import it as `#components/primitives/index.ts`, never by a relative
 * path: another target puts its own implementation behind the same name.
 */
export { Button, Icon, Image, Label, Navigator, offerIcons, Text, View } from './web/basic.tsx'
export { Input, Picker, Switch, Textarea } from './web/form.tsx'
export { scrollToId, ScrollView, Swiper, SwiperItem, useScrollSpy } from './web/scroll.tsx'
export { Sheet } from './web/sheet.tsx'
export type { CommonProps, PrimitiveEvent, PropsOfPrimitive, Style } from './props.ts'
export type { IconName } from './icon-paths.ts'
