import { expect, test } from 'vitest'
import { visitorOperations } from '#platform/contract/visitor-operations.ts'
import { createVisitorApp } from './visitor-app.ts'

test('the description of the interface names every route of the visitor, and no other', () => {
  // Routes are told apart before anything is asked of the database, so there is none here.
  const app = createVisitorApp({} as Parameters<typeof createVisitorApp>[0])
  const served = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
  expect(new Set(visitorOperations.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(served))
})
