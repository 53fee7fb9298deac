import { z } from 'zod'
import { apiError } from '../contract/merchant.ts'
import { visitorFailure, visitorOperations, type VisitorOperation } from '../contract/visitor-operations.ts'
import type { Route, Schema } from './define-route.ts'

type Json = { readonly [key: string]: unknown }

/** Describes the interface from the very schemas that check it, as OpenAPI 3.1. */
export function describeApi(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[route.method.toLowerCase()] = operation(route)
  }
  for (const visitor of visitorOperations) {
    const path = visitor.path.replaceAll(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[visitor.method.toLowerCase()] = visitorOperation(visitor)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shopwright',
      version: '1',
      description: 'Errors carry a code, a message for developers, and the fields at fault.',
    },
    paths,
    components: {
      schemas: { Error: jsonSchema(apiError, 'output'), ShopError: jsonSchema(visitorFailure, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'shopwright.session_token' },
        visitor: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(route: Route): Json {
  const failure = { description: 'Refused', content: json({ $ref: '#/components/schemas/Error' }) }
  return {
    summary: route.summary,
    description: `Open to ${route.who}.`,
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    ...(route.input && { requestBody: { required: true, content: json(jsonSchema(route.input, 'input')) } }),
    responses: {
      '200': { description: 'Done', ...(route.answer && { content: json(jsonSchema(route.answer, 'output')) }) },
      default: failure,
    },
  }
}

/** These are served on the origin of each program, and know no cookies. */
const programServers = [
  {
    url: 'http://{program}.localhost:4000',
    variables: { program: { default: 'label', description: 'The label of its link' } },
  },
]

function visitorOperation({ path, summary, input, query, answer, isOnce, isOpen }: VisitorOperation): Json {
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }
  return {
    summary,
    servers: programServers,
    ...(!isOpen && { security: [{ visitor: [] }] }),
    parameters: [...pathParameters(path), ...queryParameters(query), ...(isOnce ? [key] : [])],
    ...(input && { requestBody: { required: true, content: json(jsonSchema(input, 'input')) } }),
    responses: {
      '200': { description: 'Done', ...(answer && { content: json(jsonSchema(answer, 'output')) }) },
      default: { description: 'Refused', content: json({ $ref: '#/components/schemas/ShopError' }) },
    },
  }
}

function json(schema: unknown): Json {
  return { 'application/json': { schema } }
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name?.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }))
}

function queryParameters(query: Schema | undefined): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function jsonSchema(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}
