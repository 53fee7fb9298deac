export function findInstalledBrowser(): string | undefined
export function browserLaunchOptions(): { executablePath?: string; args: string[] }
