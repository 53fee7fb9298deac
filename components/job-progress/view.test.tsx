// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

test('a code that this phone has kept is looked up at once', async () => {
  const asked: unknown[] = []
  const box = document.createElement('div')
  const state = {
    ...states.toType,
    host: {
      storage: { get: async () => 'K7QX3MHP', set: async () => undefined },
      shop: {
        findJob: async (request: { code: string }) => {
          asked.push(request)
          return states.default.host!.shop!.findJob!(request)
        },
      },
    },
  }
  const root = createRoot(box)
  root.render(<StateView type="job-progress" state={state} language="en" />)
  await expect.poll(() => box.textContent).toContain('K7QX-3MHP')
  expect(asked).toEqual([{ code: 'K7QX3MHP' }])
  expect(box.textContent).toContain('Expected by Fri 16 Oct')
  expect(box.querySelectorAll('[aria-current="step"]')).toHaveLength(1)
  root.unmount()
})
