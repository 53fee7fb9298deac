/** Boxes that take turns. Which one is shown is the browser's own knowledge of a radio button, so it needs no script. */
import { createContext, useContext } from 'react'
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes } from './dom-attributes.ts'

/** Id of the tabs that heads and panels belong to. */
const Owner = createContext('')

export function Tabs(props: PropsOfPrimitive<'Tabs'>) {
  const { id = 'tabs', count = 0, current = 0, children } = props
  return (
    <Owner.Provider value={id}>
      <div {...domAttributes({ ariaRole: 'group', ...props }, 'sw-tabs')}>
        {/* Before everything they decide about: style sheets look forward only. */}
        {Array.from({ length: count }, (_, index) => (
          <input
            key={index}
            className={`sw-tabs__radio sw-tabs__radio--${index}`}
            type="radio"
            id={radioId(id, index)}
            name={id}
            aria-labelledby={headId(id, index)}
            defaultChecked={index === current}
          />
        ))}
        {children}
      </div>
    </Owner.Provider>
  )
}

export function TabHead(props: PropsOfPrimitive<'TabHead'>) {
  const { index = 0, disabled, children } = props
  const owner = useContext(Owner)
  return (
    <label
      {...domAttributes({ ...props, id: headId(owner, index) }, `sw-tab-head sw-tab-head--${index}`)}
      htmlFor={disabled ? undefined : radioId(owner, index)}
    >
      {children}
    </label>
  )
}

export function TabPanel(props: PropsOfPrimitive<'TabPanel'>) {
  const { index = 0, children } = props
  const ariaLabelledby = headId(useContext(Owner), index)
  return (
    <div {...domAttributes({ ariaRole: 'group', ariaLabelledby, ...props }, `sw-tab-panel sw-tab-panel--${index}`)}>
      {children}
    </div>
  )
}

const radioId = (owner: string, index: number) => `${owner}-tab-${index}`
const headId = (owner: string, index: number) => `${owner}-head-${index}`
