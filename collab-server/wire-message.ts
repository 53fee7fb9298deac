/**
 * A message as it goes over the wire (RFC 6455, 5.2). Servers do not mask and we do not compress, so it is the same bytes
 * for everyone in a room: made once, and written to each socket as it is.
 */
export function wireMessage(payload: Uint8Array): Buffer {
  const size = payload.byteLength
  const headerBytes = size < 126 ? 2 : size < 65_536 ? 4 : 10
  const message = Buffer.allocUnsafe(headerBytes + size)
  message[0] = finalBinary
  if (headerBytes === 2) message[1] = size
  else if (headerBytes === 4) {
    message[1] = 126
    message.writeUInt16BE(size, 2)
  } else {
    message[1] = 127
    message.writeBigUInt64BE(BigInt(size), 2)
  }
  message.set(payload, headerBytes)
  return message
}

const finalBinary = 0x82
