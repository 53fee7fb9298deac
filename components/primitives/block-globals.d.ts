/** All that a view finds around itself besides the language: timers, and its style sheet as a side effect. */
type Timer = { readonly __timer: true }
declare function setTimeout(run: () => void, delayMs: number): Timer
declare function clearTimeout(timer: Timer | undefined): void
declare function setInterval(run: () => void, everyMs: number): Timer
declare function clearInterval(timer: Timer | undefined): void
declare module '*.css' {}
