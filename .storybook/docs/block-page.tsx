/** The documentation page of a block, made from its definition. */
import { Controls, Primary, Stories, Subtitle, Title, useOf } from '@storybook/addon-docs/blocks'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import { FactTable } from './fact-table.tsx'
import { blockFacts, fieldRows } from './block-facts.ts'

export function BlockPage() {
  const { preparedMeta } = useOf<'meta'>('meta', ['meta'])
  const definition = preparedMeta.parameters.definition as BlockDefinition | undefined
  return (
    <>
      <Title />
      {definition && (
        <>
          <Subtitle>
            {definition.description.en} · {definition.description['zh-CN']}
          </Subtitle>
          <FactTable rows={blockFacts(definition)} />
        </>
      )}
      <Primary />
      <Controls />
      {definition && (
        <>
          <h2>Fields</h2>
          <FactTable
            head={['Field', 'Label', 'Holds', 'Begins with', 'Translated', 'Shown when']}
            rows={fieldRows(definition.fields)}
          />
        </>
      )}
      <Stories includePrimary={false} />
    </>
  )
}
