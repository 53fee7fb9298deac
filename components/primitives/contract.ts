/**
 * What a block's view sees of the primitives when it is checked: their properties and nothing of any target. See
 * `tsconfig.blocks.json`, which puts this file in the place of `index.ts`.
 */
import type { FrameTools, Primitives, ScrollTools } from './props.ts'

export declare const Button: Primitives['Button']
export declare const Disclosure: Primitives['Disclosure']
export declare const DisclosureHead: Primitives['DisclosureHead']
export declare const Icon: Primitives['Icon']
export declare const Image: Primitives['Image']
export declare const Input: Primitives['Input']
export declare const Label: Primitives['Label']
export declare const Navigator: Primitives['Navigator']
export declare const Picker: Primitives['Picker']
export declare const ScrollView: Primitives['ScrollView']
export declare const Sheet: Primitives['Sheet']
export declare const Swiper: Primitives['Swiper']
export declare const SwiperItem: Primitives['SwiperItem']
export declare const Switch: Primitives['Switch']
export declare const TabHead: Primitives['TabHead']
export declare const TabPanel: Primitives['TabPanel']
export declare const Tabs: Primitives['Tabs']
export declare const Text: Primitives['Text']
export declare const Textarea: Primitives['Textarea']
export declare const Video: Primitives['Video']
export declare const View: Primitives['View']
export declare const afterFrame: FrameTools['afterFrame']
export declare const scrollToId: ScrollTools['scrollToId']
export declare const useScrollSpy: ScrollTools['useScrollSpy']

export type { CommonProps, PrimitiveEvent, PropsOfPrimitive, Style } from './props.ts'
export type { IconName } from './icon-paths.ts'
