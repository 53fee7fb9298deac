/** Makes sure that there is a browser to test with: uses an installed one, else installs one and says so. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findInstalledBrowser } from './find-browser.mjs'

const found = findInstalledBrowser() ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)
if (found) {
  console.log(`Browser for the tests: ${found}`)
} else if (process.getuid?.() === 0 && run('apt-get', ['--version'], 'ignore')) {
  console.log('No browser found. Installing Chromium with apt-get …')
  // Another apt run may hold the lock for a moment; apt itself can wait for it.
  const lock = ['-o', 'DPkg::Lock::Timeout=120']
  run('apt-get', [...lock, 'update'])
  if (!run('apt-get', [...lock, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])) giveUp()
} else {
  console.log("No browser found. Installing Playwright's Chromium …")
  if (!run('npx', ['playwright', 'install', 'chromium'])) giveUp()
}

function run(command, args, stdio = 'inherit') {
  return spawnSync(command, args, { stdio, shell: process.platform === 'win32' }).status === 0
}

function giveUp() {
  console.error('Could not install a browser. Install Chromium or Chrome, or set CHROMIUM_PATH to one.')
  process.exit(1)
}
