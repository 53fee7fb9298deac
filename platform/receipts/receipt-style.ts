/** One sheet, in the page itself; its hash is in the page's policy. Paper is white, whatever the screen is. */
export const receiptStyle = `
:root{color-scheme:light dark;--ground:#eceef2;--ink:#14181f;--muted:#5b6472;--line:#c9ced8;--bar:#fff;--accent:#1463ff}
@media(prefers-color-scheme:dark){:root{--ground:#0e1116;--bar:#181c23;--accent:#7aa7ff}.bar{--ink:#f0f3f8;--line:#3a4250}}
*{box-sizing:border-box;margin:0}
body{min-height:100vh;min-height:100dvh;background:var(--ground);color:var(--ink);
font:14px/1.5 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:8px;padding:10px 16px;background:var(--bar);color:var(--ink);border-bottom:1px solid var(--line)}
.bar nav{display:flex;flex-wrap:wrap;gap:4px;flex:1}
.bar a,.bar button{display:inline-flex;align-items:center;min-height:44px;padding:0 14px;border:1px solid transparent;border-radius:8px;
background:none;color:inherit;font:inherit;text-decoration:none;cursor:pointer}
.bar a[aria-current]{border-color:var(--line);font-weight:600}
.bar a:focus-visible,.bar button:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.bar button{background:#1463ff;color:#fff;font-weight:600}
.paper{width:100%;margin:24px auto;padding:6mm;background:#fff;color:#14181f;box-shadow:0 1px 3px rgb(16 24 40/12%),0 12px 32px rgb(16 24 40/8%);overflow-wrap:anywhere}
h1{font-size:1.35em;line-height:1.3;text-wrap:balance}
.seller{text-align:center}
.seller p{color:#5b6472}
.kind{margin-top:10px;font-weight:600;letter-spacing:.08em}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:12px 0;padding:10px 0;border-block:1px dashed #c9ced8}
dt{color:#5b6472}
dd{text-align:right;font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th{padding:4px 0;border-bottom:1px solid #c9ced8;color:#5b6472;font-weight:400;text-align:left}
td{padding:4px 0;vertical-align:top}
th+th,td+td{padding-left:8px;text-align:right;white-space:nowrap}
small{display:block;color:#5b6472;font-size:.86em}
.sums tr:first-child td{border-top:1px dashed #c9ced8;padding-top:8px}
.sums td{padding:2px 0}
.sums .total td{padding-top:6px;font-size:1.3em;font-weight:700}
.sums .aside td{color:#5b6472;font-size:.92em}
.foot{margin-top:14px;padding-top:10px;border-top:1px dashed #c9ced8;text-align:center;color:#5b6472}
.roll{max-width:80mm;padding:4mm;font-size:13px}
.narrow{max-width:58mm;padding:3mm;font-size:12px}
.roll .unit,.narrow .unit{display:none}
.sheet{max-width:210mm;min-height:270mm;padding:18mm;font-size:15px}
.sheet .seller{text-align:left}
@media(max-width:230mm){.sheet{min-height:0;padding:24px 20px}}
@media print{
.bar{display:none}
body,.paper{background:#fff}
.paper{margin:0 auto;box-shadow:none;min-height:0}
.roll{width:72mm;max-width:72mm;padding:0}
.narrow{width:48mm;max-width:48mm;padding:0}
.roll,.narrow,.roll *,.narrow *{color:#000!important;border-color:#000!important}
.sheet{max-width:none;padding:0}
tr{break-inside:avoid}
}`

/** A roll has no pages and no margin of its own. */
export const pageOf = {
  roll: '@page{margin:4mm}',
  narrow: '@page{margin:5mm}',
  sheet: '@page{size:A4;margin:18mm}',
} as const
