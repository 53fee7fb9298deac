/** Whether the files that start the product with containers fit each other, and what the product reads. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectFolder } from '#platform/index.ts'
import { readEnv } from './read-env.ts'
import { readYaml } from './testing/read-yaml.ts'

interface Service {
  readonly image?: string
  readonly build?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly stop_grace_period?: string
  readonly deploy?: { readonly replicas: number }
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly restart?: string
}

const fileOf = (name: string) => readFileSync(projectFolder(name), 'utf8')
const compose = readYaml(fileOf('compose.yaml')) as {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, null>>
}
const { services } = compose
const { proxy, platform, collab, database, redis } = services as Record<string, Service>
const nginx = fileOf('docs/nginx.conf')
const dockerfile = fileOf('Dockerfile')
const inImage = Object.fromEntries(
  [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) => line.split(' ').map((one) => one.split('='))),
) as Record<string, string>

/** The names that the product asks for. */
function namesRead(env: Readonly<Record<string, string>>): ReadonlySet<string> {
  const names = new Set<string>()
  readEnv(
    new Proxy(env, {
      get(target, name) {
        names.add(String(name))
        return target[String(name)]
      },
    }),
  )
  return names
}

test('each part is told what it is, by names and values that the product reads, several times over', () => {
  for (const [role, service] of Object.entries({ platform: platform!, collab: collab! })) {
    const env = { ...inImage, ...service.environment }
    expect(readEnv(env).role).toBe(role)
    expect([...namesRead(env)]).toEqual(expect.arrayContaining(Object.keys(service.environment ?? {})))
    expect(service.build).toBe('.')
    expect(service.deploy?.replicas).toBeGreaterThan(1)
  }
  const { NODE_ENV, ...settings } = inImage
  expect(NODE_ENV).toBe('production')
  expect([...namesRead({})]).toEqual(expect.arrayContaining(Object.keys(settings)))
  expect({ ...platform?.environment, ROLE: '' }).toEqual({ ...collab?.environment, ROLE: '' })
})

test('they find the database and Redis, and share the folder of files', () => {
  const { databaseUrl, redisUrl, dataDir } = readEnv({ ...inImage, ...platform?.environment })
  const address = new URL(databaseUrl ?? '')
  expect(services[address.hostname]).toBe(database)
  expect(database?.environment).toEqual({ POSTGRES_PASSWORD: address.password, POSTGRES_DB: address.pathname.slice(1) })
  expect([address.username, address.port]).toEqual(['postgres', '5432'])
  expect(services[new URL(redisUrl ?? '').hostname]).toBe(redis)
  expect(platform?.volumes).toEqual([`files:${dataDir}`])
  expect(collab?.volumes).toEqual(platform?.volumes)
  const named = Object.values(services).flatMap(({ volumes = [] }) =>
    volumes.filter((volume) => !volume.startsWith('.')),
  )
  expect(new Set(named.map((volume) => volume.split(':')[0]))).toEqual(new Set(Object.keys(compose.volumes)))
})

test('whatever ends is started again, in an order in which it finds what it cannot do without', () => {
  for (const [name, service] of Object.entries(services)) {
    expect(service.restart, name).toBe('unless-stopped')
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(services, `${name} depends on it`).toHaveProperty(other)
      if (condition === 'service_healthy') expect(services[other]?.healthcheck, other).toBeDefined()
    }
  }
  for (const service of [platform, collab]) {
    expect(service?.depends_on).toEqual({
      database: { condition: 'service_healthy' },
      redis: { condition: 'service_started' },
    })
    expect(service?.healthcheck?.test.join(' ')).toContain(`http://127.0.0.1:${inImage.PORT}/readyz`)
  }
  expect(Object.keys(proxy?.depends_on ?? {})).toEqual(['platform', 'collab'])
})

test('the proxy listens at the address that the product calls its own, and asks for processes by name each time', () => {
  const { publicUrl, programHost, trustProxy } = readEnv({ ...platform?.environment })
  const { host, port } = new URL(publicUrl ?? '')
  expect([programHost, trustProxy]).toEqual([host, true])
  expect(proxy?.ports).toEqual([`${port}:${port}`])
  expect(proxy?.volumes?.[0]).toMatch(/^\.\/docs\/nginx\.conf:/)
  expect(nginx).toContain(`listen ${port};`)
  const names = Object.fromEntries([...nginx.matchAll(/set \$(\w+) (\S+);/g)].map(([, name, value]) => [name, value]))
  expect(names).toEqual({ platform: `platform:${inImage.PORT}`, rooms: `collab:${inImage.PORT}` })
  expect([...nginx.matchAll(/proxy_pass (\S+);/g)].map(([, to]) => to)).toEqual(['http://$rooms', 'http://$platform'])
  // Without it nginx asks for a name once, when it starts.
  expect(nginx).toMatch(/^resolver 127\.0\.0\.11 valid=\d+s/m)
})

test('the image is built before it starts, and does not build again', () => {
  const { scripts } = JSON.parse(fileOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
  expect(dockerfile).toContain('RUN npm run build')
  expect(scripts.build).toBe('node scripts/build.mjs')
  expect(dockerfile).toContain('CMD ["node", "scripts/start.mjs"]')
})
