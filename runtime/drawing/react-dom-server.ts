/** What `react-dom/server` stands for: draws to text what the page's script can take over. */
import { attributeName, attributeText } from './attributes.ts'
import { drawableOf, Drawing, listOf, type Props } from './drawing.ts'
import { ids } from './hooks.ts'
import { ask, fail, Instance } from './instance.ts'

const withoutEnd = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const notWritten = /^(children|ref|dangerouslySetInnerHTML|on[A-Z].*)$/

export function renderToString(content: unknown): string {
  // The same for the same content, however much was drawn before.
  Object.assign(ids, { madeBy: 'server', made: 0 })
  return write(content, new Instance(new Drawing('', {}), null, 0))
}

function write(content: unknown, parent: Instance): string {
  const drawing = drawableOf(content)
  if (drawing === undefined) return ''
  if (!(drawing instanceof Drawing)) return escaped(drawing)
  const it = new Instance(drawing, parent, 0)
  return typeof drawing.type === 'string' ? writeElement(drawing.type, drawing.props, it) : writeView(it)
}

function writeView(it: Instance): string {
  const writeOnce = () =>
    listOf(ask(it, () => (it.stale = true)))
      .map((each) => write(each, it))
      .join('')
  try {
    const text = writeOnce()
    return it.stale ? writeOnce() : text
  } catch (error) {
    fail(it, error)
    return ''
  }
}

function writeElement(type: string, props: Props, it: Instance): string {
  const { value, children, dangerouslySetInnerHTML: html } = props
  const attributes = Object.entries(props).map(([name, given]) => {
    if (notWritten.test(name) || (name === 'value' && (type === 'textarea' || type === 'select'))) return ''
    const text = attributeText(name, given)
    if (text === undefined) return ''
    return ` ${attributeName(name)}${text === '' ? '' : `="${escaped(text)}"`}`
  })
  if (type === 'option' && value === chosenIn(it)) attributes.push(' selected')
  const start = `<${type}${attributes.join('')}`
  if (withoutEnd.has(type)) return `${start}/>`
  const inside = html
    ? (html as { readonly __html: string }).__html
    : write(type === 'textarea' && value !== undefined ? value : children, it)
  return `${start}>${inside}</${type}>`
}

/** The value of the list that an option is in. */
function chosenIn(it: Instance | null): unknown {
  const { type, props } = (it?.drawing ?? {}) as Partial<Drawing>
  return !it || type === 'select' ? props?.value : chosenIn(it.parent)
}

const signs: { readonly [sign: string]: string } = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }
const escaped = (text: string) => text.replaceAll(/["&<]/g, (sign) => signs[sign]!)
