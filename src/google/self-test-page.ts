import type { Fact } from './self-test-fact.js';

const TITLE = 'Bellwether self-test';
const STYLE = `body{font:13px/1.45 Roboto,Arial,sans-serif;color:#1f1f1f;margin:16px}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;border-bottom:1px solid #e3e3e3;overflow-wrap:anywhere}
td:first-child{white-space:nowrap}.fail{color:#b3261e;font-weight:700}.pass{color:#146c2e}textarea{width:100%;height:96px;font:12px/1.4 monospace}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);

const ORDER: readonly Fact['verdict'][] = ['fail', 'not checked', 'pass'];

/** How many facts passed, failed and were not checked, in one sentence. */
function answer(facts: readonly Fact[]): string {
  const count = (wanted: Fact['verdict']): number => facts.filter(({ verdict }) => verdict === wanted).length;
  return `${String(count('pass'))} pass, ${String(count('fail'))} fail, ${String(count('not checked'))} not checked.`;
}

function textOf(facts: readonly Fact[]): string {
  const lines = facts.map(({ name, expected, found, verdict }) => {
    return `${verdict}: ${name}; expected ${expected}; found ${found}`;
  });
  return [answer(facts), ...lines].join('\n');
}

/** Shows what the self-test found in a dialog of the editor, with the same as text to copy. */
export function showSelfTest(facts: readonly Fact[]): void {
  // What failed comes first.
  const inOrder = ORDER.flatMap((wanted) => facts.filter(({ verdict }) => verdict === wanted));
  const rows = inOrder.map(({ name, expected, found, verdict }) => {
    const cells = [name, expected, found].map((text) => `<td>${escaped(text)}</td>`).join('');
    return `<tr><td class="${verdict}">${verdict}</td>${cells}</tr>`;
  });
  const heads = ['Result', 'Fact', 'Expected', 'Found'].map((head) => `<th>${head}</th>`).join('');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><base target="_top"><style>${STYLE}</style></head>
<body><p>${answer(facts)} What each fact means is in the live checks of the documentation.</p>
<table><tr>${heads}</tr>${rows.join('')}</table>
<p><label for="text">As text, to copy:</label></p><textarea id="text" readonly>${escaped(textOf(facts))}</textarea></body></html>`;
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(html).setWidth(760).setHeight(560), TITLE);
}
