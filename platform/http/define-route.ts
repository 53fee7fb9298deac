/** A route in one value: address, what comes in, who may, what happens. Registered by `createApi`, described in OpenAPI. */
import type { z } from 'zod/mini'
import type { Services } from '../services.ts'

export type Schema = z.core.$ZodType

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Names of the `:name` parts of a path. */
type ParamNames<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? ParamNames<Head> | ParamNames<Tail>
  : Path extends `:${infer Name}`
    ? Name
    : never

export type Params<Path extends string> = { readonly [Name in ParamNames<Path>]: string }

export interface RouteRequest {
  readonly raw: Request
  /** Named in the answer's `x-request-id` and in the log. */
  readonly id: string
  /** Of the other end of the connection, or what a trusted proxy says. */
  readonly clientAddress: string
}

/** Decides who may, and loads what the route is about. Throws a `Failure` to refuse. */
export interface Access<Subject, P> {
  /** One line for the interface's description, e.g. `a signed-in person`. */
  readonly who: string
  decide(request: RouteRequest, params: P, services: Services): Promise<Subject> | Subject
}

type InputOf<S> = S extends Schema ? z.core.output<S> : undefined

export interface RouteCall<Path extends string, Input, Query, Subject> {
  readonly params: Params<Path>
  readonly input: InputOf<Input>
  readonly query: InputOf<Query>
  readonly subject: Subject
  readonly request: RouteRequest
}

export interface RouteDefinition<
  Path extends string,
  Input extends Schema | undefined,
  Query extends Schema | undefined,
  Subject,
> {
  readonly method: Method
  /** With `:names`; one that ends in `Id` must be a UUID, or the answer is 404. */
  readonly path: Path
  readonly summary: string
  /** Shape of the JSON body. Without it the body is not read; the handler may read `request.raw` itself. */
  readonly input?: Input
  readonly query?: Query
  /** Shape of the answer, for the description of the interface. */
  readonly answer?: Schema
  readonly maxBodyBytes?: number
  readonly access: Access<Subject, Params<Path>>
  /** Returns the answer's JSON, a {@link Reply} for another status, or a whole `Response`. */
  handle(call: RouteCall<Path, Input, Query, Subject>, services: Services): Promise<unknown>
}

/** A route whose types were checked where it was defined. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly input?: Schema | undefined
  readonly query?: Schema | undefined
  readonly answer?: Schema | undefined
  readonly who: string
  readonly maxBodyBytes: number
  run(
    request: RouteRequest,
    params: object,
    query: unknown,
    body: () => Promise<unknown>,
    services: Services,
  ): Promise<unknown>
}

const DEFAULT_BODY_BYTES = 256 * 1024

export function defineRoute<
  const Path extends string,
  Subject,
  Input extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
>(definition: RouteDefinition<Path, Input, Query, Subject>): Route {
  const { method, path, summary, input, query, answer, access } = definition
  return {
    method,
    path,
    summary,
    input,
    query,
    answer,
    who: access.who,
    maxBodyBytes: definition.maxBodyBytes ?? DEFAULT_BODY_BYTES,
    async run(request, params, parsedQuery, body, services) {
      // The schemas made these values; `Params` names exactly the parts that the path matched.
      const known = params as Params<Path>
      // Access comes before the body is read, so a stranger learns nothing from how we judge it.
      const subject = await access.decide(request, known, services)
      const call = { params: known, query: parsedQuery, input: await body(), subject, request }
      return definition.handle(call as RouteCall<Path, Input, Query, Subject>, services)
    },
  }
}

export interface Reply {
  readonly reply: { readonly status: 200 | 201 | 202; readonly headers?: Readonly<Record<string, string>> }
  readonly body: unknown
}

export function created(body: unknown): Reply {
  return { reply: { status: 201 }, body }
}

export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'reply' in value && 'body' in value
}
