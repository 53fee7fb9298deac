import { useEffect, useState } from 'react'
import { Button, ScrollView, Sheet, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { SlotBox } from '../kit/slot-box.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { PopupProps } from './definition.ts'
import { isDue } from './is-due.ts'
import './popup.css'

const words = {
  en: { button: 'More', title: 'Title (optional)', popup: 'Notice', close: 'Close' },
  'zh-CN': { button: '查看详情', title: '标题（可不填）', popup: '提示', close: '关闭' },
}

export function PopupView({ nodeId, props, slots, host, env }: BlockViewProps<PopupProps>) {
  const { opens, often, delaySeconds, title, button, place, look } = props
  const own = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  const [isOpen, setOpen] = useState(false)
  const startsByItself = opens === 'visit' && !onCanvas

  useEffect(() => {
    if (!startsByItself) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const key = `popup-${nodeId}`
    void host.storage.get(key).then((last) => {
      if (isGone || !isDue(often, last, env.nowMs)) return
      timer = setTimeout(() => {
        setOpen(true)
        void host.storage.set(key, env.nowMs)
      }, delaySeconds * 1000)
    })
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [startsByItself])

  const label = (
    <EditableText
      prop="button"
      value={button}
      env={env}
      hint={own.button}
      whenEmpty="words"
      className="b-popup__label"
    />
  )
  const content = (
    <SlotBox name="content" axis="vertical" env={env} className="b-popup__content">
      {slots.content}
    </SlotBox>
  )
  const face = `b-popup__button b-popup__button--${look}`
  return (
    <View className="b-popup">
      {opens === 'button' &&
        (onCanvas ? (
          <View className={face}>{label}</View>
        ) : (
          <Button className={face} onClick={() => setOpen(true)}>
            {label}
          </Button>
        ))}
      {onCanvas && (
        <View className="b-popup__panel">
          <EditableText prop="title" value={title} env={env} hint={own.title} className="b-popup__title" />
          {content}
        </View>
      )}
      {!onCanvas && (
        <Sheet
          open={isOpen}
          place={place}
          title={title || own.popup}
          plain={!title}
          closeLabel={own.close}
          onClose={() => setOpen(false)}
        >
          <ScrollView scrollY className={title ? 'b-popup__body' : 'b-popup__body b-popup__body--plain'}>
            {content}
          </ScrollView>
        </Sheet>
      )}
    </View>
  )
}
