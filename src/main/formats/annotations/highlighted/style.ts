/** The style sheet of a highlighted document: screen and paper, no colours of codes, nothing loaded from anywhere. */
export const highlightStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 46rem; color: #111; background: #fff;
  font: 1rem/1.6 Georgia, 'Times New Roman', 'Noto Serif', serif; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h1, h2, dl, table, .legend, footer { font-family: system-ui, 'Segoe UI', 'Noto Sans', sans-serif; }
dl, table, .legend, footer { font-size: .85rem; line-height: 1.4; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.9; }
.text mark { color: inherit; padding: .1em 0; border-bottom: 1px solid #555; }
.text sup { font: .6rem/1 system-ui, sans-serif; color: #333; white-space: nowrap; }
.text sup.open { font-weight: 700; margin-inline-end: .1em; } .text sup.close { margin-inline-start: .1em; }
.legend { list-style: none; padding: 0; } .legend li { margin: .2rem 0; break-inside: avoid; }
.swatch { display: inline-block; inline-size: 1.6em; block-size: 1em; margin-inline-end: .5em; vertical-align: -.1em;
  border: 1px solid #555; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th:nth-child(1) { width: 3.5em; } th:nth-child(2) { width: 24%; } th:nth-child(3) { width: 14%; } th:nth-child(4) { width: 30%; }
th, td { border: 1px solid #bbb; padding: .3rem .4rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f2f2f2; } tr { break-inside: avoid; } td p { margin: 0 0 .2rem; white-space: pre-wrap; }
footer { margin-top: 2rem; color: #555; }
@page { margin: 2cm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 11pt; }
  .text mark, .swatch, th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h2 { break-after: avoid; } thead { display: table-header-group; }
  .codings { break-before: page; }
}
`;
