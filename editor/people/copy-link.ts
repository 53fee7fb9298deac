import { showToast } from '#editor/ui/toast.tsx'

export async function copyLink(link: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    showToast({ text: said, tone: 'good' })
  } catch {
    // The browser lets no page copy here; the link itself is what can be read and passed on.
    showToast({ text: link })
  }
}
