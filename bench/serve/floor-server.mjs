import { createServer } from 'node:http'

process.once('message', ({ body, headers }) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((request, response) => {
    response.writeHead(200, { ...headers, 'content-length': bytes.byteLength })
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
})
