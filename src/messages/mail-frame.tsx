import type { ComponentChildren, JSX } from 'preact';
import { COLOURS, FONT, paint, STYLE_SHEET } from './mail-style.js';

/** Keeps an inbox from filling the preview with the first words of the mail: pairs of a joiner and a no-break space. */
const PREVIEW_PADDING = '\u200C\u00A0'.repeat(60);

/** A table that only places its content. */
export function Layout({ children, style }: { children: ComponentChildren; style?: string }): JSX.Element {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={style}>
      {children}
    </table>
  );
}

/** The one main action of a mail, 44 px high. */
export function Button({ link, children }: { link: string; children: ComponentChildren }): JSX.Element {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin-top:16px">
      <tr>
        <td class="action" {...paint(COLOURS.action)} style="border-radius:8px">
          <a
            class="action"
            href={link}
            style="display:inline-block;padding:12px 24px;font-size:14px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none;border-radius:8px"
          >
            {children}
          </a>
        </td>
      </tr>
    </table>
  );
}

/** A link in the flow of a mail, 44 px high for a thumb. */
export function TextLink({ link, children }: { link: string; children: ComponentChildren }): JSX.Element {
  return (
    <a
      class="link"
      href={link}
      style={`display:inline-block;padding:12px 0;font-size:14px;line-height:20px;color:${COLOURS.action}`}
    >
      {children}
    </a>
  );
}

/** A whole mail: one column of at most 600 px, on a phone as wide as the phone. */
export function MailFrame({
  title,
  preview,
  children,
}: {
  title: string;
  preview: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{STYLE_SHEET}</style>
      </head>
      <body class="panel" {...paint(COLOURS.panel)}>
        <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">
          {preview}
          {PREVIEW_PADDING}
        </div>
        <Layout>
          <tr>
            <td class="panel" align="center" {...paint(COLOURS.panel)} style="padding:12px 8px">
              <Layout style={`max-width:600px;font-family:${FONT}`}>
                <tr>
                  <td
                    class="ground line"
                    align="left"
                    {...paint(COLOURS.ground)}
                    style={`padding:16px;border:1px solid ${COLOURS.border};border-radius:8px`}
                  >
                    <p
                      class="secondary"
                      style={`margin:0 0 8px;font-size:12px;line-height:16px;color:${COLOURS.secondary}`}
                    >
                      Bellwether
                    </p>
                    {children}
                  </td>
                </tr>
              </Layout>
            </td>
          </tr>
        </Layout>
      </body>
    </html>
  );
}
