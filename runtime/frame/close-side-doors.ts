/**
 * A content security policy says nothing about WebRTC, whose first packet can carry anything to anybody. The server
 * forbids it by a header (`platform/http/connection-allowlist.ts`); where a browser does not know that, what it begins
 * with is taken away before any block's code is there. It does not come back: a document inside this one has an origin of
 * its own, as this one is sandboxed, and its window is closed to whoever made it.
 */
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(globalThis, name)
