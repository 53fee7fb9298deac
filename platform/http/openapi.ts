import { z } from 'zod'
import { apiError } from '../contract/merchant.ts'
import type { Route, Schema } from './define-route.ts'

type Json = { readonly [key: string]: unknown }

/** Describes the interface from the very schemas that check it, as OpenAPI 3.1. */
export function describeApi(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[route.method.toLowerCase()] = operation(route)
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
      schemas: { Error: jsonSchema(apiError, 'output') },
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
