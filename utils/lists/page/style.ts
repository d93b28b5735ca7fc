/** The page carries its own style, because it is sent alone. Colours say severity, and so do the words beside them. */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #f2f3f5; color: #1d2129; font: 16px/1.7 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 24px; text-align: center; }
.summary { text-align: center; }
article { background: #fff; border: 1px solid #dcdfe6; border-radius: 8px; padding: 16px 20px; margin: 16px 0; overflow-wrap: anywhere; }
h2 { font-size: 18px; margin: 0 0 8px; }
.number { font-variant-numeric: tabular-nums; }
.severity { display: inline-block; padding: 0 8px; border-radius: 4px; color: #fff; background: #5c636e; font-size: 14px; font-weight: normal; }
.serious { background: #b71c1c; }
.general { background: #a04f00; }
.minor { background: #2b6b1f; }
.description, .quote, .context { white-space: pre-line; margin: 6px 0; }
.quote { border-left: 3px solid #b71c1c; padding-left: 10px; }
.context, .found, .missing { color: #4e5969; font-size: 14px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 8px 0; }
dt { color: #4e5969; }
dd { margin: 0; }
.hash, .proof { color: #4e5969; font-size: 12px; margin: 0 0 12px; overflow-wrap: anywhere; }
img { display: block; max-width: 100%; height: auto; margin: 8px 0; border: 1px solid #dcdfe6; }
@media print {
  body { background: #fff; font-size: 12px; }
  main { max-width: none; padding: 0; }
  article { border-radius: 0; break-inside: avoid-page; }
  img { max-height: 90mm; }
  @page { size: A4; margin: 18mm 16mm; }
}
`
