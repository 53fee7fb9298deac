/** What `react-dom/client` stands for wherever programs are drawn. */
import { Drawing } from './drawing.ts'
import { Instance } from './instance.ts'
import { drawRoot } from './tree.ts'

/** Takes over what the server drew. */
export const hydrateRoot = (container: Element, content: unknown) => startRoot(container, content, true)

export const createRoot = (container: Element) => startRoot(container, null, false)

function startRoot(container: Element, content: unknown, takesOver: boolean) {
  const root = new Instance(new Drawing('', {}), null, 0)
  root.node = container
  drawRoot(root, content, takesOver)
  return {
    render: (next: unknown) => drawRoot(root, next, false),
    unmount: () => drawRoot(root, null, false),
  }
}
