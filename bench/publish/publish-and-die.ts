/** A process that publishes and is killed at one place of it: `url folder publisher step`. */
import { publishRelease } from '#platform/releases/publish-release.ts'
import { openTornPlatform } from './torn-platform.ts'

const [url = '', folder = '', by = '', step] = process.argv.slice(2)
const { platform } = await openTornPlatform(url, folder)
await publishRelease(
  platform.services,
  JSON.parse(by) as Parameters<typeof publishRelease>[1],
  { requestId: crypto.randomUUID() },
  {
    async atStep(at) {
      if (at !== step) return
      process.kill(process.pid, 'SIGKILL')
      // The signal is on its way; nothing more happens here.
      await new Promise(() => undefined)
    },
  },
)
