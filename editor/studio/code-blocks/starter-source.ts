/** What a new code block begins with: a definition and a view that are drawn at once. */
export const starterSource = `import { Text, View } from 'shopwright/primitives'
import { defineBlock } from 'shopwright/kit'

export default defineBlock({
  label: { en: 'New block', 'zh-CN': '新组件' },
  icon: 'sparkles',
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: 'Hello',
      maxLength: 60,
    },
  },
  view: ({ props }) => (
    <View style={{ padding: '16px', borderRadius: 'var(--sw-radius)', background: 'var(--sw-card)' }}>
      <Text style={{ fontSize: '18px', color: 'var(--sw-ink)' }}>{props.title}</Text>
    </View>
  ),
})
`
