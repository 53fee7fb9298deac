/** Host names and ports only: what is found here is written into a page's policy. */
const address = /^(https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)\/[^\s"'<>]+$/i

/** Where a video comes from, e.g. `https://cdn.example`; undefined for what is no address of a file on the web. */
export function videoOrigin(url: string): string | undefined {
  return address.exec(url.trim())?.[1]?.toLowerCase()
}
