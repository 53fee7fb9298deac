import { TabHead, TabPanel, Tabs, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { SlotBox } from '../kit/slot-box.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import type { TabsProps } from './definition.ts'
import './tabs.css'

export function TabsView({ nodeId, props, slots, env }: BlockViewProps<TabsProps>) {
  const { count, look } = props
  const isEnglish = env.language === 'en'
  // A name that is typed there would lose the focus to the button it stands for.
  const onCanvas = env.mode === 'canvas'
  const labels = [props.label1, props.label2, props.label3, props.label4, props.label5].slice(0, Number(count))
  const tabs = labels.map((label, index) => ({ label, slot: `tab${index + 1}`, prop: `label${index + 1}` }))
  const opened = tabs.findIndex(({ slot }) => slot === env.openSlot)
  const current = Math.max(0, opened)
  return (
    <Tabs
      id={`tabs-${nodeId}`}
      className={`b-tabs b-tabs--${look}`}
      ariaLabel={isEnglish ? 'Choose what to see' : '选择要看的内容'}
      count={tabs.length}
      current={current}
    >
      <View className="b-tabs__bar">
        {tabs.map(({ label, prop }, index) => (
          <TabHead key={prop} index={index} disabled={onCanvas} className="b-tabs__head">
            <EditableText
              prop={prop}
              value={label}
              env={env}
              hint={isEnglish ? `Tab ${index + 1}` : `标签 ${index + 1}`}
              whenEmpty="words"
              className="b-tabs__label"
            />
          </TabHead>
        ))}
      </View>
      {/* On the canvas nothing reacts: the editor says which one is open, and only that one is there to drop into. */}
      {tabs.map(
        ({ slot }, index) =>
          (!onCanvas || index === current) && (
            <TabPanel key={slot} index={index} className="b-tabs__panel">
              <SlotBox name={slot} axis="vertical" env={env} className="b-tabs__content">
                {slots[slot]}
              </SlotBox>
            </TabPanel>
          ),
      )}
    </Tabs>
  )
}
