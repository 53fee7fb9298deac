/** One sheet, in the page itself; its hash is in the page's policy. */
export const cashierStyle = `
:root { --ground: #f3f5f8; --card: #fff; --ink: #14181f; --muted: #5b6472; --line: #e3e7ee; --accent: #1463ff; --on-accent: #fff; --tint: #e8f0ff; --on-tint: #0f52d9; --edge: #c6cedb;
  --amber-ground: #fff4d6; --amber-ink: #6b4700; --red-ground: #fdeceb; --red-ink: #a31616; --green-ground: #e5f6ec; --green-ink: #0b6434; }
@media (prefers-color-scheme: dark) { :root { --ground: #0e1116; --card: #181c23; --ink: #f0f3f8; --muted: #a0a9b8; --line: #2a303b;
  --accent: #1463ff; --on-accent: #fff; --tint: #1c2c4d; --on-tint: #a6c5ff; --edge: #465064; --amber-ground: #3a2d0a; --amber-ink: #ffdf94; --red-ground: #3c1719; --red-ink: #ffb3ae;
  --green-ground: #0f2f1d; --green-ink: #98e5b6; } }
* { box-sizing: border-box; margin: 0; }
html { background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%;
  font: 16px/1.5 system-ui, -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; }
.test { padding: calc(8px + env(safe-area-inset-top)) 16px 8px; background: var(--amber-ground); color: var(--amber-ink);
  text-align: center; font-size: 14px; font-weight: 600; }
main { flex: 1; width: 100%; max-width: 440px; margin: 0 auto; padding: 24px 20px calc(20px + env(safe-area-inset-bottom));
  display: flex; flex-direction: column; gap: 16px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 20px; padding: 32px 24px 20px; text-align: center;
  box-shadow: 0 1px 2px rgb(16 24 40 / 4%), 0 12px 32px rgb(16 24 40 / 6%); }
.sign { width: 56px; height: 56px; margin: 0 auto 12px; border-radius: 50%; background: var(--tint); color: var(--on-tint);
  font-size: 24px; font-weight: 700; line-height: 56px; }
.to { color: var(--muted); font-size: 14px; }
.name { font-size: 20px; line-height: 1.35; font-weight: 600; overflow-wrap: anywhere; }
.amount { margin: 20px 0 8px; font-size: 56px; line-height: 1.1; font-weight: 700; letter-spacing: -0.02em;
  font-variant-numeric: tabular-nums; white-space: nowrap; }
.long { font-size: 44px; }
.longest { font-size: 28px; }
.currency { font-size: 0.5em; font-weight: 600; margin-inline-end: 4px; vertical-align: 0.55em; letter-spacing: 0; }
.fraction { font-size: 0.64em; }
.subject { color: var(--muted); overflow-wrap: anywhere; }
.facts { display: flex; justify-content: space-between; gap: 16px; margin-top: 28px; padding-top: 16px; border-top: 1px solid var(--line);
  color: var(--muted); font-size: 13px; }
.facts dd { font-variant-numeric: tabular-nums; letter-spacing: 0.04em; }
.notice { display: flex; gap: 12px; align-items: flex-start; text-align: start; margin-top: 20px; padding: 12px 14px; border-radius: 12px; font-size: 14px; }
.notice b { flex: none; width: 22px; height: 22px; border-radius: 50%; border: 2px solid currentColor; line-height: 18px; text-align: center; font-size: 13px; }
.declined, .closed { background: var(--red-ground); color: var(--red-ink); }
.processing { background: var(--amber-ground); color: var(--amber-ink); }
.paid { background: var(--green-ground); color: var(--green-ink); }
form { margin-top: auto; display: flex; flex-direction: column; gap: 12px; }
.hint { text-align: center; font-size: 13px; color: var(--muted); }
button { font: inherit; min-height: 52px; border-radius: 14px; border: 0; cursor: pointer; width: 100%; }
.pay { background: var(--accent); color: var(--on-accent); font-size: 18px; font-weight: 600; font-variant-numeric: tabular-nums; }
.pay:active { filter: brightness(0.92); }
.other { background: transparent; color: var(--ink); border: 1px solid var(--edge); min-height: 46px; }
.quiet { display: block; text-align: center; padding: 12px; color: var(--muted); text-decoration: none; }
.back { display: flex; align-items: center; justify-content: center; margin-top: auto; min-height: 52px; border-radius: 14px; text-decoration: none; }
.quiet:hover { color: var(--ink); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (min-height: 760px) { main { padding-top: 40px; } }
@media (min-width: 700px) { main { padding-top: 72px; } form, .back { margin-top: 8px; } }
`
