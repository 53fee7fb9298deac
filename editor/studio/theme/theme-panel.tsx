import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { themeChoices } from '#model/theme-choices.ts'
import { Segmented } from '#editor/ui/segmented.tsx'
import { Select } from '#editor/ui/select.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { ColourChoices } from './colour-choices.tsx'
import { ContrastNotice } from './contrast-notice.tsx'
import { LookPicker } from './look-picker.tsx'
import { Range } from './range.tsx'
import { ThemeGallery } from './theme-gallery.tsx'
import { useSetChoice } from './use-set-choice.ts'
import { useTheme } from './use-theme-colours.ts'
import './theme.css'

const schemeIcons = {
  auto: <Monitor size={14} aria-hidden />,
  light: <Sun size={14} aria-hidden />,
  dark: <Moon size={14} aria-hidden />,
}

/** How the whole program looks: a finished theme, and everything about it that can be chosen by itself. */
export function ThemePanel() {
  const session = useSession()
  const { theme: words } = useWords()
  const theme = useTheme()
  const set = useSetChoice()
  const isDisabled = !session.canEdit
  const families = themeChoices.fontFamily.map((value) => ({ value, label: words.families[value] }))
  return (
    <div className="st-theme">
      <ThemeGallery />
      <Group title={words.colours}>
        <Segmented
          label={words.scheme}
          options={themeChoices.scheme.map((value) => ({
            value,
            label: words.schemes[value],
            icon: schemeIcons[value],
          }))}
          value={theme.scheme}
          onChange={(scheme) => set('scheme', scheme)}
          isDisabled={isDisabled}
        />
        <ContrastNotice />
        <ColourChoices theme={theme} set={set} isDisabled={isDisabled} />
      </Group>
      <Group title={words.type}>
        <Select
          label={words.body}
          options={families}
          value={theme.fontFamily}
          onChange={(fontFamily) => set('fontFamily', fontFamily)}
          isDisabled={isDisabled}
        />
        <Select
          label={words.heading}
          options={[{ value: 'same' as const, label: words.sameAsText }, ...families]}
          value={theme.headingFamily ?? 'same'}
          onChange={(family) => set('headingFamily', family === 'same' ? undefined : family)}
          isDisabled={isDisabled}
        />
        <Segmented
          label={words.headings}
          options={themeChoices.headings.map((value) => ({ value, label: words.headingStyles[value] }))}
          value={theme.headings ?? 'clear'}
          onChange={(headings) => set('headings', headings)}
          isDisabled={isDisabled}
        />
        <Range
          label={words.size}
          value={Math.round(theme.typeScale * 100)}
          from={80}
          to={140}
          step={5}
          unit="%"
          onChange={(percent) => set('typeScale', percent / 100)}
          isDisabled={isDisabled}
        />
      </Group>
      <Group title={words.shape}>
        <Range
          label={words.roundness}
          value={theme.radiusPx}
          from={0}
          to={32}
          step={2}
          unit="px"
          onChange={(px) => set('radiusPx', px)}
          isDisabled={isDisabled}
        />
        <Segmented
          label={words.density}
          options={themeChoices.density.map((value) => ({ value, label: words.densities[value] }))}
          value={theme.density ?? 'normal'}
          onChange={(density) => set('density', density)}
          isDisabled={isDisabled}
        />
        <LookPicker
          label={words.pictures}
          part="picture"
          options={themeChoices.pictures}
          nameOf={(value) => words.pictureStyles[value]}
          themeWith={(pictures) => ({ ...theme, pictures })}
          value={theme.pictures ?? 'rounded'}
          onChange={(pictures) => set('pictures', pictures)}
          isDisabled={isDisabled}
        />
        <LookPicker
          label={words.texture}
          part="texture"
          options={themeChoices.texture}
          nameOf={(value) => words.textures[value]}
          themeWith={(texture) => ({ ...theme, texture })}
          value={theme.texture ?? 'none'}
          onChange={(texture) => set('texture', texture)}
          isDisabled={isDisabled}
        />
      </Group>
    </div>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="st-theme__group" aria-label={title}>
      <h3 className="st-theme__title">{title}</h3>
      {children}
    </section>
  )
}
