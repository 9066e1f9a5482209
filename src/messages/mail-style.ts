/** The colours of a mail on a light ground; the dark ones are in the style sheet, for clients that ask for them. */
export const COLOURS = {
  ink: '#1f1f1f',
  secondary: '#444746',
  border: '#c4c7c5',
  ground: '#ffffff',
  panel: '#f8fafd',
  action: '#0b57d0',
  red: '#b3261e',
  unknown: '#5f6368',
  bar: '#8b9096',
} as const;

/** The ground of a table cell, as the attribute that every client knows, and that Preact's types have forgotten. */
export function paint(colour: string): { bgcolor: string } {
  return { bgcolor: colour };
}

/** No quotes, so that neither an attribute nor the style sheet escapes them. */
export const FONT = 'Google Sans, Roboto, Arial, sans-serif';

/**
 * What inline styles cannot say. Clients that drop it show the light mail as it stands.
 * It holds no character that HTML escapes.
 */
export const STYLE_SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
body { margin: 0; padding: 0 }
table { border-collapse: separate }
td, h1, h2, h3, p, a { font-family: ${FONT}; overflow-wrap: anywhere }
.bar, .bent { font-size: 1px; line-height: 1px; mso-line-height-rule: exactly }
.above { border-bottom: 1px solid ${COLOURS.border} }
.below { border-top: 1px solid ${COLOURS.border} }
a:focus { outline: 2px solid ${COLOURS.action}; outline-offset: 2px }
@media (prefers-color-scheme: dark) {
  .panel { background-color: #131314 !important }
  .ground { background-color: #1f1f1f !important }
  .ink { color: #e3e3e3 !important }
  .secondary, .unknown { color: #c4c7c5 !important }
  .line, .above, .below { border-color: #5f6368 !important }
  .link { color: #a8c7fa !important }
  .action { background-color: #a8c7fa !important; color: #062e6f !important }
  .red { color: #f2b8b5 !important; border-color: #f2b8b5 !important }
  .bar { background-color: #9aa0a6 !important }
  .bent { background-color: #f2b8b5 !important }
}
`;
