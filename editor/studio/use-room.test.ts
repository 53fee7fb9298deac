import { expect, test } from 'vitest'
import { fitSides } from './use-room.ts'

const none = { panel: undefined, previewOpen: false, inspectorOpen: false, selection: [] } as const
const usual = { ...none, panel: 'insert', inspectorOpen: true } as const

test('on a wide screen everything stays open', () => {
  const all = { ...usual, previewOpen: true }
  expect(fitSides(all, usual, 'wide')).toBe(all)
})

test('on a usual screen the preview takes the panel’s room, and a panel opened then the inspector’s', () => {
  const withPreview = fitSides({ ...usual, previewOpen: true }, usual, 'normal')
  expect(withPreview).toMatchObject({ previewOpen: true, inspectorOpen: true, panel: undefined })
  expect(fitSides({ ...withPreview, panel: 'layers' }, withPreview, 'normal')).toMatchObject({
    previewOpen: true,
    inspectorOpen: false,
    panel: 'layers',
  })
})

test('on a narrow screen there is one side at a time', () => {
  expect(fitSides(usual, none, 'narrow')).toMatchObject({ panel: 'insert', inspectorOpen: false })
  const panel = { ...none, panel: 'insert' } as const
  expect(fitSides({ ...panel, inspectorOpen: true }, panel, 'narrow')).toMatchObject({
    panel: undefined,
    inspectorOpen: true,
  })
})

test('on a narrow screen choosing a block brings its properties, but not away from the layer tree', () => {
  const panel = { ...none, panel: 'insert' } as const
  const selection = ['n'] as never
  expect(fitSides({ ...panel, selection }, panel, 'narrow')).toMatchObject({ panel: undefined, inspectorOpen: true })
  const layers = { ...none, panel: 'layers' } as const
  expect(fitSides({ ...layers, selection }, layers, 'narrow')).toMatchObject({ panel: 'layers', inspectorOpen: false })
})

test('the code of a block takes the panel’s room; a block that is chosen on a narrow screen does not close it', () => {
  const codeOf = 'c' as never
  expect(fitSides({ ...usual, codeOf }, usual, 'normal')).toMatchObject({
    codeOf,
    inspectorOpen: true,
    panel: undefined,
  })
  const onlyCode = fitSides({ ...usual, codeOf }, usual, 'narrow')
  expect(onlyCode).toMatchObject({ codeOf, inspectorOpen: false, panel: undefined })
  expect(fitSides({ ...onlyCode, selection: ['n'] as never }, onlyCode, 'narrow')).toMatchObject({
    codeOf,
    inspectorOpen: false,
  })
  expect(fitSides({ ...onlyCode, panel: 'layers' }, onlyCode, 'narrow')).toMatchObject({
    codeOf: undefined,
    panel: 'layers',
  })
})
