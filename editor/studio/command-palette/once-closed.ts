/**
 * Runs a command that was chosen in something that closes now. Closing gives the focus back to where it was, one frame
 * later; a command that moves the focus itself, to type in a text, has to come after that.
 */
export function onceClosed(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run))
}
