/** One sheet, in the page itself; its hash is in the page's policy. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #f3f5f8; --card: #fff; --ink: #14181f; --muted: #5b6472; --line: #e3e7ee; --field: #fff; --edge: #8b95a5;
  --accent: #1463ff; --on-accent: #fff; --tint: #e8f0ff; --on-tint: #0f52d9; --amber-ground: #fff4d6; --amber-ink: #6b4700; --red-ground: #fdeceb; --red-ink: #a31616;
  --green-ground: #e5f6ec; --green-ink: #0b6434; }
@media (prefers-color-scheme: dark) { :root { --ground: #0e1116; --card: #181c23; --ink: #f0f3f8; --muted: #a0a9b8; --line: #2a303b; --field: #10141a; --edge: #6c778a;
  --tint: #1c2c4d; --on-tint: #a6c5ff; --amber-ground: #3a2d0a; --amber-ink: #ffdf94; --red-ground: #3c1719; --red-ink: #ffb3ae; --green-ground: #0f2f1d; --green-ink: #98e5b6; } }
* { box-sizing: border-box; margin: 0; }
html { background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%;
  font: 16px/1.5 system-ui, -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; }
.demo { padding: calc(8px + env(safe-area-inset-top)) 16px 8px; background: var(--amber-ground); color: var(--amber-ink); text-align: center; font-size: 14px; font-weight: 600; }
.bar { display: flex; justify-content: space-between; align-items: center; width: 100%; max-width: 480px; margin: 0 auto; padding: 8px 20px 0; min-height: 52px; font-size: 14px; color: var(--muted); }
.bar b { font-weight: 600; color: var(--ink); }
.bar a { display: inline-flex; align-items: center; min-height: 44px; color: var(--muted); text-underline-offset: 3px; }
main { flex: 1; width: 100%; max-width: 480px; margin: 0 auto; padding: 8px 20px calc(24px + env(safe-area-inset-bottom)); display: flex; flex-direction: column; gap: 16px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 20px; padding: 28px 24px 24px; box-shadow: 0 1px 2px rgb(16 24 40 / 4%), 0 12px 32px rgb(16 24 40 / 6%); }
.head { text-align: center; margin-bottom: 24px; }
.sign { width: 56px; height: 56px; margin: 0 auto 14px; border-radius: 50%; background: var(--tint); color: var(--on-tint); font-size: 24px; font-weight: 700; line-height: 56px; }
h1 { font-size: 22px; line-height: 1.35; font-weight: 650; overflow-wrap: anywhere; text-wrap: balance; }
.why { margin-top: 8px; color: var(--muted); text-wrap: balance; overflow-wrap: anywhere; }
form { display: flex; flex-direction: column; gap: 14px; }
label.line, .line > label { display: block; margin-bottom: 6px; font-size: 14px; font-weight: 600; }
input[type=text], input[type=tel], input[type=email] { width: 100%; min-height: 52px; padding: 0 14px; border: 1px solid var(--edge); border-radius: 14px; background: var(--field); color: inherit; font: inherit; }
input.code { text-align: center; font-size: 28px; letter-spacing: 0.32em; padding-inline-start: 0.32em; font-variant-numeric: tabular-nums; }
.share { display: grid; grid-template-columns: 28px 1fr; gap: 4px 12px; align-items: center; padding: 12px 0; border-top: 1px solid var(--line); }
.share:first-of-type { border-top: 0; }
.share input[type=checkbox] { width: 24px; height: 24px; margin: 0; accent-color: var(--accent); }
.share label { font-weight: 600; padding: 10px 0; }
.share input:not([type=checkbox]) { grid-column: 2; min-height: 48px; }
button, .pay { font: inherit; min-height: 52px; border-radius: 14px; border: 0; cursor: pointer; width: 100%; }
.main { background: var(--accent); color: var(--on-accent); font-size: 17px; font-weight: 600; }
.main:active { filter: brightness(0.92); }
.quiet { background: transparent; color: var(--muted); min-height: 44px; }
.quiet:hover { color: var(--ink); }
.other { background: transparent; color: var(--ink); border: 1px solid var(--edge); min-height: 46px; }
.small { font-size: 14px; color: var(--muted); }
.center { text-align: center; }
.notice { padding: 12px 14px; border-radius: 12px; font-size: 14px; }
.bad { background: var(--red-ground); color: var(--red-ink); }
.good { background: var(--green-ground); color: var(--green-ink); }
.note { background: var(--amber-ground); color: var(--amber-ink); }
.note a { color: inherit; font-weight: 600; }
.who { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 12px; font-size: 14px; }
.who form { width: auto; } .who button { width: auto; padding: 0 4px; text-decoration: underline; text-underline-offset: 3px; font-size: 14px; }
h2 { font-size: 16px; font-weight: 650; }
ul { list-style: none; padding: 0; }
.shop { display: flex; gap: 12px; align-items: center; padding: 14px 0; border-top: 1px solid var(--line); }
.shop:first-child { border-top: 0; }
.shop > div { flex: 1; min-width: 0; } .shop a { color: inherit; font-weight: 600; overflow-wrap: anywhere; text-underline-offset: 3px; }
.shop form { width: auto; flex: none; } .shop button { min-height: 44px; width: auto; padding: 0 14px; font-size: 14px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-size: 18px; line-height: 1.6; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (min-width: 700px) { main { padding-top: 40px; } }
`
