import { Check } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import type { TemplateCard } from '#platform/contract/merchant.ts'

export interface TemplateGalleryProps {
  readonly templates: readonly TemplateCard[]
  readonly chosen: string | null
  readonly onChoose: (templateId: string) => void
}

export function TemplateGallery({ templates, chosen, onChoose }: TemplateGalleryProps) {
  const words = useWords()
  const local = useLocalText()
  return (
    <RadioGroup className="gallery" aria-label={words.home.templates} value={chosen} onChange={onChoose}>
      {templates.map((template) => (
        <Radio key={template.id} value={template.id} className="gallery__card" aria-label={local(template.name)}>
          <img className="gallery__picture" src={template.pictureUrl} alt="" loading="lazy" />
          <span className="gallery__tick" aria-hidden>
            <Check size={16} />
          </span>
          <span className="gallery__words">
            <b className="gallery__name">{local(template.name)}</b>
            <span className="gallery__text">{local(template.description)}</span>
            <span className="gallery__inside">{words.home.inside(template.pages, template.dishes)}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
