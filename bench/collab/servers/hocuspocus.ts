/** Hocuspocus without an extension: everything in memory, nothing stored. */
import { createServer } from 'node:http'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'
import { answerParent } from './answer-parent.ts'

const http = createServer()
const hocuspocus = new Hocuspocus({ quiet: true })
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', (client, request) => hocuspocus.handleConnection(client, request))
http.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request)),
)
await answerParent(http)
